//! What a change would mean, told by its preview.

use crate::kit::Folder;

#[test]
fn the_preview_of_a_group_says_who_would_lose_what() {
    let folder = Folder::with_bank();
    folder.run(&["categories", "add", "Hygiene"]).exits(0);
    folder.run(&["items", "add", "Soap", "--category", "Hygiene"]).exits(0);
    folder.run(&["groups", "add", "Families", "--category", "Hygiene"]).exits(0);
    folder.run(&["add", "Ballard", "--email", "b@example.org", "--group", "Families"]).exits(0);
    folder.run(&["invite-and-approve", "Ballard"]).exits(0);
    folder.run(&["request", "new", "Ballard", "--line", "Soap=5"]).exits(0);
    let said = folder.run(&["groups", "edit", "Families", "--no-categories", "--preview"]).exits(0);
    for words in ["1 item would be lost", "Ballard", "Soap", "1 open request would not be taken any more"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let nothing = folder.run(&["groups", "edit", "Families", "--name", "Homes", "--preview"]).exits(0);
    assert!(!nothing.out.contains("lost"), "{}", nothing.out);
}
