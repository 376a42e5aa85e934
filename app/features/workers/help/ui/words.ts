import type { Standing, Topic } from '../model.ts';

/** For staff; what workers read stands in `words/`. */
export const topicNames: Record<Topic, string> = {
  hotline: 'Hotline',
  resource_centre: 'Resource centre',
  consulate: 'Consulate or embassy',
  union: 'Trade union',
  shelter: 'Shelter',
  legal_aid: 'Legal aid',
};

export const standingNames: Record<Standing, string> = {
  shown: 'Shown',
  due: 'Check soon',
  stale: 'Hidden: check it',
  withdrawn: 'Withdrawn',
};

const texts: Record<string, string> = {
  already_listed: 'An entry of this name is in the directory for this country already. Change that one.',
  already_withdrawn: 'This entry was withdrawn, and that is for good. List it anew if it is right again.',
  saved_meanwhile: 'Somebody changed this entry meanwhile. Open the page again to see what stands there now.',
  example_is_real:
    'An example has no phone number, and its page ends in .example: nobody in need may be sent to something invented.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at the entry as it stands.';
