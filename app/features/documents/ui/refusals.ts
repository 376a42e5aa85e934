const texts: Record<string, string> = {
  already_there: 'This very file is among your documents already, for the same purpose.',
  same_file: 'This very file is a version of this document already. Choose the new one.',
  already_sent:
    'This document was sent with an application, or as evidence of a correction, and stands as it was sent.',
  already_withdrawn: 'This document was withdrawn. Add a new one instead.',
  evidence_ahead:
    'The day the document stands for lies ahead. Enter the day it was issued, or what it shows happened.',
  ends_before_it_begins: 'The document ends before the day it stands for. Check both days.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Go back and look at the document as it stands.';
