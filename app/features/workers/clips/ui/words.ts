import type { ClipStanding, SpokenAnswer } from '../model.ts';

export const answerNames: Record<SpokenAnswer, string> = {
  certified: 'Certified',
  certified_under_watch: 'Certified, under watch',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  applicant: 'Applicant',
  not_certified: 'Not certified',
  unknown: 'A name nobody knows',
  several: 'Several that may be meant',
  later: 'No answer now',
};

export const standingNames: Record<ClipStanding, string> = {
  missing: 'Not recorded',
  checking: 'Being checked for viruses',
  stale: 'Hidden: its text has changed',
  heard: 'Workers hear it',
};

export const endNames: Record<string, string> = {
  replaced: 'Replaced',
  removed: 'Removed',
  infected: 'Refused: a virus was found',
};

const texts: Record<string, string> = {
  file_missing: 'Choose a recording.',
  file_type_refused: 'This is no mp3, ogg, m4a or aac recording. Nothing was stored.',
  file_too_large:
    'This recording is larger than 300 kB. Nothing was stored. Read it shorter, or save it smaller.',
  file_empty: 'This file is empty. Choose another one.',
  file_unreadable:
    'This is no whole recording of sound alone: it broke off, or holds something else as well. Nothing was stored. Save it anew, and send that.',
  storage_unavailable: 'The recording could not be stored just now. Choose it again and send it once more.',
  text_changed: 'The text changed meanwhile. Nothing was stored. Below is what stands there now: read that.',
  same_file: 'This very recording is the one workers hear already.',
  nothing_there: 'There is no recording to remove any more.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Open the page again and look at what stands there.';
