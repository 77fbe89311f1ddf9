// Made from the rules by `tests/renew`. Do not edit.
import type * as wire from './wire.js';
import type { CommandOptions, QuestionOptions } from './options.js';

/** A method for every command a bank and its partners can give, each with a twin that blocks. */
export interface Commands {
  /** Change a bank's name, address or settings (admin). */
  updateBank(body: wire.BankPatch, options?: CommandOptions): Promise<wire.Done>;
  /** Change a bank's name, address or settings (admin). */
  updateBankSync(body: wire.BankPatch, options?: CommandOptions): wire.Done;
  /** Say a kind of message in the bank's own words (admin). */
  setMessageText(body: {
    /** The kind. */
    kind: wire.MessageKind;
    /** The language the words are in. */
    language: wire.Language;
    /** The words, with [placeholders](MessageKind.placeholders); null takes them back, and ours are said again. */
    text?: wire.OwnText | null;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Say a kind of message in the bank's own words (admin). */
  setMessageTextSync(body: {
    /** The kind. */
    kind: wire.MessageKind;
    /** The language the words are in. */
    language: wire.Language;
    /** The words, with [placeholders](MessageKind.placeholders); null takes them back, and ours are said again. */
    text?: wire.OwnText | null;
  }, options?: CommandOptions): wire.Done;
  /** Add a partner (bank). */
  addPartner(body: wire.NewPartner, options?: CommandOptions): Promise<wire.Done>;
  /** Add a partner (bank). */
  addPartnerSync(body: wire.NewPartner, options?: CommandOptions): wire.Done;
  /** Change what the bank says about a partner (bank). */
  updatePartner(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** What to change. */
    patch: wire.PartnerPatch;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Change what the bank says about a partner (bank). */
  updatePartnerSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** What to change. */
    patch: wire.PartnerPatch;
  }, options?: CommandOptions): wire.Done;
  /** Change what a partner says about itself (its users; bank). */
  updateProfile(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** What to change. */
    patch: wire.ProfilePatch;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Change what a partner says about itself (its users; bank). */
  updateProfileSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** What to change. */
    patch: wire.ProfilePatch;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.Invite`. */
  invite(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.Invite`. */
  inviteSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.RenewInvitation`. */
  renewInvitation(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.RenewInvitation`. */
  renewInvitationSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.InviteAndApprove`. */
  inviteAndApprove(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.InviteAndApprove`. */
  inviteAndApproveSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.SubmitForApproval`. */
  submitForApproval(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.SubmitForApproval`. */
  submitForApprovalSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.AskForChanges`. */
  askForChanges(body: {
    /** What to change; required, at most 10,000 characters. */
    note: string;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.AskForChanges`. */
  askForChangesSync(body: {
    /** What to change; required, at most 10,000 characters. */
    note: string;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.Approve`. */
  approve(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.Approve`. */
  approveSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.RequireRecertification`. */
  requireRecertification(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.RequireRecertification`. */
  requireRecertificationSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.Deactivate`. */
  deactivate(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** Why. */
    reason?: string | null;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.Deactivate`. */
  deactivateSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
    /** Why. */
    reason?: string | null;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.Reactivate`. */
  reactivate(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.Reactivate`. */
  reactivateSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** See `Action.Remove`. */
  remove(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** See `Action.Remove`. */
  removeSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** One action on many partners, each decided on its own, all in one transaction (bank). */
  bulk(body: {
    /** Which action; one of `Action.BULK`. */
    action: wire.Action;
    /** Which partners. */
    partners: wire.Selection;
    /** Why, where the action takes a reason. */
    reason?: string | null;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** One action on many partners, each decided on its own, all in one transaction (bank). */
  bulkSync(body: {
    /** Which action; one of `Action.BULK`. */
    action: wire.Action;
    /** Which partners. */
    partners: wire.Selection;
    /** Why, where the action takes a reason. */
    reason?: string | null;
  }, options?: CommandOptions): wire.Done;
  /** Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once. */
  invitePerson(body: {
    /** The person. */
    person: wire.NewPerson;
    /** The role. */
    role: wire.Role;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once. */
  invitePersonSync(body: {
    /** The person. */
    person: wire.NewPerson;
    /** The role. */
    role: wire.Role;
  }, options?: CommandOptions): wire.Done;
  /** Make staff an admin, or an admin staff (admin). */
  changeRole(body: {
    /** The person. */
    person: wire.PersonId;
    /** The new role, one of the bank's two. */
    to: wire.Role;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Make staff an admin, or an admin staff (admin). */
  changeRoleSync(body: {
    /** The person. */
    person: wire.PersonId;
    /** The new role, one of the bank's two. */
    to: wire.Role;
  }, options?: CommandOptions): wire.Done;
  /** Take a role, or an open invitation to it, from a person (admin). */
  revokeRole(body: {
    /** The person. */
    person: wire.PersonId;
    /** The role. */
    role: wire.Role;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Take a role, or an open invitation to it, from a person (admin). */
  revokeRoleSync(body: {
    /** The person. */
    person: wire.PersonId;
    /** The role. */
    role: wire.Role;
  }, options?: CommandOptions): wire.Done;
  /** Begin to act in the role the actor names; that is also how to switch. */
  signIn(options?: CommandOptions): Promise<wire.Done>;
  /** Begin to act in the role the actor names; that is also how to switch. */
  signInSync(options?: CommandOptions): wire.Done;
  /**
   * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
   * (bank). Nobody is written to.
   */
  setUpProxy(body: {
    /** The partner. It is a proxy whatever its flag says. */
    partner: wire.NewPartner;
    /** Its users: people of the bank. None where the host keeps the people. */
    people: readonly wire.PersonId[];
  }, options?: CommandOptions): Promise<wire.Done>;
  /**
   * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
   * (bank). Nobody is written to.
   */
  setUpProxySync(body: {
    /** The partner. It is a proxy whatever its flag says. */
    partner: wire.NewPartner;
    /** Its users: people of the bank. None where the host keeps the people. */
    people: readonly wire.PersonId[];
  }, options?: CommandOptions): wire.Done;
  /** Add a category (bank). */
  addCategory(body: {
    /** The id it shall have; without one it gets one. */
    id?: wire.CategoryId | null;
    /** Its name. */
    name: string;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Add a category (bank). */
  addCategorySync(body: {
    /** The id it shall have; without one it gets one. */
    id?: wire.CategoryId | null;
    /** Its name. */
    name: string;
  }, options?: CommandOptions): wire.Done;
  /** Rename a category (bank). */
  renameCategory(body: {
    /** The category. */
    category: wire.CategoryId;
    /** Its new name. */
    name: string;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Rename a category (bank). */
  renameCategorySync(body: {
    /** The category. */
    category: wire.CategoryId;
    /** Its new name. */
    name: string;
  }, options?: CommandOptions): wire.Done;
  /** Delete a category that is not in use (bank). */
  deleteCategory(body: {
    /** The category. */
    category: wire.CategoryId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Delete a category that is not in use (bank). */
  deleteCategorySync(body: {
    /** The category. */
    category: wire.CategoryId;
  }, options?: CommandOptions): wire.Done;
  /** Add an item (bank). */
  addItem(body: wire.NewItem, options?: CommandOptions): Promise<wire.Done>;
  /** Add an item (bank). */
  addItemSync(body: wire.NewItem, options?: CommandOptions): wire.Done;
  /** Change an item (bank). */
  updateItem(body: {
    /** The item. */
    item: wire.ItemId;
    /** What to change. */
    patch: wire.ItemPatch;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Change an item (bank). */
  updateItemSync(body: {
    /** The item. */
    item: wire.ItemId;
    /** What to change. */
    patch: wire.ItemPatch;
  }, options?: CommandOptions): wire.Done;
  /** Add a group (bank). */
  addGroup(body: {
    /** The categories its members may request. */
    categories?: readonly wire.CategoryId[];
    /** The id it shall have; without one it gets one. */
    id?: wire.GroupId | null;
    /** Its name. */
    name: string;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Add a group (bank). */
  addGroupSync(body: {
    /** The categories its members may request. */
    categories?: readonly wire.CategoryId[];
    /** The id it shall have; without one it gets one. */
    id?: wire.GroupId | null;
    /** Its name. */
    name: string;
  }, options?: CommandOptions): wire.Done;
  /** Change a group (bank). */
  updateGroup(body: {
    /** The group. */
    group: wire.GroupId;
    /** What to change. */
    patch: wire.GroupPatch;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Change a group (bank). */
  updateGroupSync(body: {
    /** The group. */
    group: wire.GroupId;
    /** What to change. */
    patch: wire.GroupPatch;
  }, options?: CommandOptions): wire.Done;
  /** Delete a group (bank). With members, it must say where they go. */
  deleteGroup(body: {
    /** The group. */
    group: wire.GroupId;
    /** Where its members go. */
    move_members?: wire.Destination | null;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Delete a group (bank). With members, it must say where they go. */
  deleteGroupSync(body: {
    /** The group. */
    group: wire.GroupId;
    /** Where its members go. */
    move_members?: wire.Destination | null;
  }, options?: CommandOptions): wire.Done;
  /** Cap an item for a group, or lift the cap (bank). */
  setGroupCap(body: {
    /** The most a member may ask for in one request, at least 1; null lifts it. */
    cap?: number | null;
    /** The group. */
    group: wire.GroupId;
    /** The item. */
    item: wire.ItemId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Cap an item for a group, or lift the cap (bank). */
  setGroupCapSync(body: {
    /** The most a member may ask for in one request, at least 1; null lifts it. */
    cap?: number | null;
    /** The group. */
    group: wire.GroupId;
    /** The item. */
    item: wire.ItemId;
  }, options?: CommandOptions): wire.Done;
  /** Allow or deny an item to one partner (bank). */
  setException(body: {
    /** The item. */
    item: wire.ItemId;
    /** The last day it holds, inclusive, in the bank's time zone. */
    last_day?: string | null;
    /** The partner. */
    partner: wire.PartnerId;
    /** Allowed or denied. */
    rule: wire.ExceptionRule;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Allow or deny an item to one partner (bank). */
  setExceptionSync(body: {
    /** The item. */
    item: wire.ItemId;
    /** The last day it holds, inclusive, in the bank's time zone. */
    last_day?: string | null;
    /** The partner. */
    partner: wire.PartnerId;
    /** Allowed or denied. */
    rule: wire.ExceptionRule;
  }, options?: CommandOptions): wire.Done;
  /** Take an exception back (bank). */
  removeException(body: {
    /** The item. */
    item: wire.ItemId;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Take an exception back (bank). */
  removeExceptionSync(body: {
    /** The item. */
    item: wire.ItemId;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: CommandOptions): wire.Done;
  /** File a request (the partner's users; bank on its behalf). */
  submitRequest(body: wire.NewRequest, options?: CommandOptions): Promise<wire.Done>;
  /** File a request (the partner's users; bank on its behalf). */
  submitRequestSync(body: wire.NewRequest, options?: CommandOptions): wire.Done;
  /** Claim a pending request (bank). */
  startRequest(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Claim a pending request (bank). */
  startRequestSync(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): wire.Done;
  /** Give a claimed request back (the claimant; admin). */
  releaseRequest(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Give a claimed request back (the claimant; admin). */
  releaseRequestSync(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): wire.Done;
  /** Cancel a request (bank, with a reason; the partner, its own pending one). */
  cancelRequest(body: {
    /** Why; required from the bank. */
    reason?: string | null;
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Cancel a request (bank, with a reason; the partner, its own pending one). */
  cancelRequestSync(body: {
    /** Why; required from the bank. */
    reason?: string | null;
    /** The request. */
    request: wire.RequestId;
  }, options?: CommandOptions): wire.Done;
  /** Record a distribution (bank). */
  recordDistribution(body: wire.NewDistribution, options?: CommandOptions): Promise<wire.Done>;
  /** Record a distribution (bank). */
  recordDistributionSync(body: wire.NewDistribution, options?: CommandOptions): wire.Done;
  /** Change a scheduled distribution (bank). */
  updateDistribution(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
    /** What to change. */
    patch: wire.DistributionPatch;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Change a scheduled distribution (bank). */
  updateDistributionSync(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
    /** What to change. */
    patch: wire.DistributionPatch;
  }, options?: CommandOptions): wire.Done;
  /** Say that a distribution was handed out (bank). */
  completeDistribution(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Say that a distribution was handed out (bank). */
  completeDistributionSync(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: CommandOptions): wire.Done;
  /** Undo a distribution; its request is started again (bank). */
  takeBackDistribution(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: CommandOptions): Promise<wire.Done>;
  /** Undo a distribution; its request is started again (bank). */
  takeBackDistributionSync(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: CommandOptions): wire.Done;
  /**
   * One batch of the daily job (scheduler). `System.run_due` gives them all, one after
   * the other. A batch in which nothing is due is not recorded.
   */
  sendDue(body: {
    /** Which batch. */
    part: wire.DuePartInput;
  }, options?: CommandOptions): Promise<wire.Done>;
  /**
   * One batch of the daily job (scheduler). `System.run_due` gives them all, one after
   * the other. A batch in which nothing is due is not recorded.
   */
  sendDueSync(body: {
    /** Which batch. */
    part: wire.DuePartInput;
  }, options?: CommandOptions): wire.Done;
}

/** A method for every question a bank and its partners can ask, each with a twin that blocks. */
export interface Questions {
  /** The bank and its settings. */
  bank(options?: QuestionOptions): Promise<wire.Bank>;
  /** The bank and its settings. */
  bankSync(options?: QuestionOptions): wire.Bank;
  /** The receipt of the import, if there was one (bank). */
  receipt(options?: QuestionOptions): Promise<wire.Receipt | null>;
  /** The receipt of the import, if there was one (bank). */
  receiptSync(options?: QuestionOptions): wire.Receipt | null;
  /** One partner. */
  partner(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Partner>;
  /** One partner. */
  partnerSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Partner;
  /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
  profileSchema(body?: {
    /** The language; English if not said. */
    language?: wire.Language;
  }, options?: QuestionOptions): Promise<wire.Form>;
  /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
  profileSchemaSync(body?: {
    /** The language; English if not said. */
    language?: wire.Language;
  }, options?: QuestionOptions): wire.Form;
  /** How much of a partner's profile is filled in. */
  profileCompleteness(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Completeness>;
  /** How much of a partner's profile is filled in. */
  profileCompletenessSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Completeness;
  /** A page of partners, and the counts per status (bank). */
  partners(body: {
    /** The cursor of the page before. It stays good whatever becomes of the partners. */
    after?: string | null;
    /** Which ones. */
    filter?: wire.PartnerFilter;
    /** How many. */
    limit: number;
    /** In which order; by name if not said. */
    sort?: wire.PartnerSort;
  }, options?: QuestionOptions): Promise<{
    /** How many partners there are in each status, whatever the filter. */
    counts: { [key: string]: number };
    /** The cursor of the next page; none if this is the last one. */
    next?: string | null;
    /** The page. */
    partners: wire.Partner[];
  }>;
  /** A page of partners, and the counts per status (bank). */
  partnersSync(body: {
    /** The cursor of the page before. It stays good whatever becomes of the partners. */
    after?: string | null;
    /** Which ones. */
    filter?: wire.PartnerFilter;
    /** How many. */
    limit: number;
    /** In which order; by name if not said. */
    sort?: wire.PartnerSort;
  }, options?: QuestionOptions): {
    /** How many partners there are in each status, whatever the filter. */
    counts: { [key: string]: number };
    /** The cursor of the next page; none if this is the last one. */
    next?: string | null;
    /** The page. */
    partners: wire.Partner[];
  };
  /** A partner as it was at a past moment (bank). */
  partnerAsOf(body: {
    /** The moment. */
    at: string | Date;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Partner>;
  /** A partner as it was at a past moment (bank). */
  partnerAsOfSync(body: {
    /** The moment. */
    at: string | Date;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Partner;
  /** What is to be done next (bank). */
  dashboard(options?: QuestionOptions): Promise<wire.Dashboard>;
  /** What is to be done next (bank). */
  dashboardSync(options?: QuestionOptions): wire.Dashboard;
  /** All categories (bank). */
  categories(options?: QuestionOptions): Promise<wire.Category[]>;
  /** All categories (bank). */
  categoriesSync(options?: QuestionOptions): wire.Category[];
  /** All items (bank). */
  items(options?: QuestionOptions): Promise<wire.Item[]>;
  /** All items (bank). */
  itemsSync(options?: QuestionOptions): wire.Item[];
  /** All groups (bank). */
  groups(options?: QuestionOptions): Promise<wire.Group[]>;
  /** All groups (bank). */
  groupsSync(options?: QuestionOptions): wire.Group[];
  /** For each item, whether the partner may request it and by which rule. */
  permitted(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.ItemPermission[]>;
  /** For each item, whether the partner may request it and by which rule. */
  permittedSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.ItemPermission[];
  /** Which actions the asker may take on the partner now. */
  allowedActions(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Action[]>;
  /** Which actions the asker may take on the partner now. */
  allowedActionsSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Action[];
  /**
   * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
   * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
   * gets neither notes nor items that partners do not see.
   */
  takeAlong(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<string>;
  /**
   * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
   * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
   * gets neither notes nor items that partners do not see.
   */
  takeAlongSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): string;
  /** Why a partner has a capability or not, and what would change that. */
  explainCapability(body: {
    /** The capability. */
    capability: wire.Capability;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Explanation>;
  /** Why a partner has a capability or not, and what would change that. */
  explainCapabilitySync(body: {
    /** The capability. */
    capability: wire.Capability;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Explanation;
  /** Why a command would be refused, and what would change that. */
  explainCommand(body: {
    /** The command. */
    command: wire.CommandInput;
  }, options?: QuestionOptions): Promise<wire.Explanation>;
  /** Why a command would be refused, and what would change that. */
  explainCommandSync(body: {
    /** The command. */
    command: wire.CommandInput;
  }, options?: QuestionOptions): wire.Explanation;
  /** The bank's own people: admins and staff, those who are only invited too (bank). */
  people(options?: QuestionOptions): Promise<wire.Person[]>;
  /** The bank's own people: admins and staff, those who are only invited too (bank). */
  peopleSync(options?: QuestionOptions): wire.Person[];
  /** The users of a partner, those who are only invited too. */
  users(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.Person[]>;
  /** The users of a partner, those who are only invited too. */
  usersSync(body: {
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.Person[];
  /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
  messageTexts(options?: QuestionOptions): Promise<wire.TextsOfKind[]>;
  /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
  messageTextsSync(options?: QuestionOptions): wire.TextsOfKind[];
  /** What a message would say (bank). */
  previewMessageText(body: {
    /** The kind. */
    kind: wire.MessageKind;
    /** The language. */
    language?: wire.Language;
    /**
     * About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
     * are made up always.
     */
    partner?: wire.PartnerId | null;
    /** The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours. */
    text?: wire.OwnText | null;
  }, options?: QuestionOptions): Promise<wire.Said>;
  /** What a message would say (bank). */
  previewMessageTextSync(body: {
    /** The kind. */
    kind: wire.MessageKind;
    /** The language. */
    language?: wire.Language;
    /**
     * About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
     * are made up always.
     */
    partner?: wire.PartnerId | null;
    /** The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours. */
    text?: wire.OwnText | null;
  }, options?: QuestionOptions): wire.Said;
  /**
   * What a command would mean for what partners may request: who would lose which item, which open requests would
   * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
   */
  whatIf(body: {
    /** The command. */
    command: wire.CommandInput;
  }, options?: QuestionOptions): Promise<wire.WhatIf>;
  /**
   * What a command would mean for what partners may request: who would lose which item, which open requests would
   * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
   */
  whatIfSync(body: {
    /** The command. */
    command: wire.CommandInput;
  }, options?: QuestionOptions): wire.WhatIf;
  /** One request. */
  request(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: QuestionOptions): Promise<wire.Request>;
  /** One request. */
  requestSync(body: {
    /** The request. */
    request: wire.RequestId;
  }, options?: QuestionOptions): wire.Request;
  /** A page of requests, newest first. */
  requests(body: {
    /** The last request of the page before. */
    after?: wire.RequestId | null;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
    /** Only these states. */
    states?: readonly wire.RequestState[];
  }, options?: QuestionOptions): Promise<wire.Request[]>;
  /** A page of requests, newest first. */
  requestsSync(body: {
    /** The last request of the page before. */
    after?: wire.RequestId | null;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
    /** Only these states. */
    states?: readonly wire.RequestState[];
  }, options?: QuestionOptions): wire.Request[];
  /** One distribution. */
  distribution(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: QuestionOptions): Promise<wire.Distribution>;
  /** One distribution. */
  distributionSync(body: {
    /** The distribution. */
    distribution: wire.DistributionId;
  }, options?: QuestionOptions): wire.Distribution;
  /** A page of distributions, newest first. */
  distributions(body: {
    /** The last distribution of the page before. */
    after?: wire.DistributionId | null;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
  }, options?: QuestionOptions): Promise<wire.Distribution[]>;
  /** A page of distributions, newest first. */
  distributionsSync(body: {
    /** The last distribution of the page before. */
    after?: wire.DistributionId | null;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
  }, options?: QuestionOptions): wire.Distribution[];
  /** The next days of reminders (bank). */
  nextReminders(body: {
    /** The first day; today unless said otherwise. */
    from?: string | null;
    /** Of this group. */
    group?: wire.GroupId | null;
    /** How many, at most 100. */
    limit: number;
    /** Of this schedule, be it set or only tried out; else of the group's or the bank's own. */
    schedule?: wire.Schedule | null;
  }, options?: QuestionOptions): Promise<wire.NextReminder[]>;
  /** The next days of reminders (bank). */
  nextRemindersSync(body: {
    /** The first day; today unless said otherwise. */
    from?: string | null;
    /** Of this group. */
    group?: wire.GroupId | null;
    /** How many, at most 100. */
    limit: number;
    /** Of this schedule, be it set or only tried out; else of the group's or the bank's own. */
    schedule?: wire.Schedule | null;
  }, options?: QuestionOptions): wire.NextReminder[];
  /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
  duePartners(body: {
    /** The last partner of the page before. */
    after?: wire.PartnerId | null;
    /** How many. */
    limit: number;
    /** The day, past or to come. */
    on: string;
  }, options?: QuestionOptions): Promise<wire.DuePartner[]>;
  /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
  duePartnersSync(body: {
    /** The last partner of the page before. */
    after?: wire.PartnerId | null;
    /** How many. */
    limit: number;
    /** The day, past or to come. */
    on: string;
  }, options?: QuestionOptions): wire.DuePartner[];
  /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
  explainMessage(body: {
    /** Which reminder. */
    kind: wire.ReminderKind;
    /** The day, in the bank's time zone. */
    on: string;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): Promise<wire.MessageExplanation>;
  /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
  explainMessageSync(body: {
    /** Which reminder. */
    kind: wire.ReminderKind;
    /** The day, in the bank's time zone. */
    on: string;
    /** The partner. */
    partner: wire.PartnerId;
  }, options?: QuestionOptions): wire.MessageExplanation;
  /** Events, oldest first (bank). */
  history(body: {
    /** Only those after this place. */
    after?: number;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
  }, options?: QuestionOptions): Promise<wire.Recorded[]>;
  /** Events, oldest first (bank). */
  historySync(body: {
    /** Only those after this place. */
    after?: number;
    /** How many. */
    limit: number;
    /** Only this partner's. */
    partner?: wire.PartnerId | null;
  }, options?: QuestionOptions): wire.Recorded[];
  /** Messages of the outbox, oldest first (bank). */
  messages(body: {
    /** How many. */
    limit: number;
    /** Only those about this partner. */
    partner?: wire.PartnerId | null;
    /** Skip this many. */
    skip?: number;
  }, options?: QuestionOptions): Promise<wire.Message[]>;
  /** Messages of the outbox, oldest first (bank). */
  messagesSync(body: {
    /** How many. */
    limit: number;
    /** Only those about this partner. */
    partner?: wire.PartnerId | null;
    /** Skip this many. */
    skip?: number;
  }, options?: QuestionOptions): wire.Message[];
}
