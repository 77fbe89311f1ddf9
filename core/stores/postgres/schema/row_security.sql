-- Row-level security, as an option: whoever is not the tables' owner sees and writes the rows of one bank alone, the one
-- that the setting `app.bank` names for the transaction. Without it there are no rows. `nullif`, because the setting is
-- an empty text and not nothing once a transaction that had set it is over.

alter table partnerkit.banks enable row level security;
create policy one_bank on partnerkit.banks
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.categories enable row level security;
create policy one_bank on partnerkit.categories
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.items enable row level security;
create policy one_bank on partnerkit.items
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.item_units enable row level security;
create policy one_bank on partnerkit.item_units
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.groups enable row level security;
create policy one_bank on partnerkit.groups
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.group_categories enable row level security;
create policy one_bank on partnerkit.group_categories
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.group_caps enable row level security;
create policy one_bank on partnerkit.group_caps
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.partners enable row level security;
create policy one_bank on partnerkit.partners
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.partner_exceptions enable row level security;
create policy one_bank on partnerkit.partner_exceptions
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.requests enable row level security;
create policy one_bank on partnerkit.requests
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.request_lines enable row level security;
create policy one_bank on partnerkit.request_lines
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.distributions enable row level security;
create policy one_bank on partnerkit.distributions
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.distribution_lines enable row level security;
create policy one_bank on partnerkit.distribution_lines
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.people enable row level security;
create policy one_bank on partnerkit.people
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.person_roles enable row level security;
create policy one_bank on partnerkit.person_roles
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.invitation_tokens enable row level security;
create policy one_bank on partnerkit.invitation_tokens
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.reminders enable row level security;
create policy one_bank on partnerkit.reminders
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.imports enable row level security;
create policy one_bank on partnerkit.imports
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.events enable row level security;
create policy one_bank on partnerkit.events
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.messages enable row level security;
create policy one_bank on partnerkit.messages
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
alter table partnerkit.commands enable row level security;
create policy one_bank on partnerkit.commands
    using (bank_id = nullif(current_setting('app.bank', true), '')::uuid);
