const texts: Record<string, string> = {
  already_begun: 'Your agency has a self-assessment under way already. Go on with that one.',
  already_completed:
    'This self-assessment is completed: it stands as it is. Begin a new one to show what changed.',
  no_such_document:
    'One of these documents was withdrawn meanwhile, or is not your agency’s. Choose again from the list.',
  indicators_open:
    'Some indicators have no whole answer yet. Finish the criteria marked open, then complete.',
  saved_meanwhile:
    'A colleague answered some of these after you opened the page. Their answers stand beside yours: choose what holds, then save again. Everything else you sent is saved.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at the self-assessment as it stands.';
