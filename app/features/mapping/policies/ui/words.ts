import type { Tone } from '#app/ui/status-tag.tsx';

import type { Verdict } from '../model.ts';

export const verdictTones: Record<Verdict, Tone> = {
  covered: 'certified',
  partly: 'watch',
  missing: 'suspended',
};

const principles: Record<string, string> = {
  A: 'Standard, principle A',
  B: 'Standard, principle B',
};

/** "Standard, principle 1" or "ILO general principle 7". */
export const coversInWords = (codes: readonly string[]) =>
  codes
    .map((code) =>
      code.startsWith('GP')
        ? `ILO general principle ${code.slice(2)}`
        : (principles[code] ?? `Standard, principle ${code}`),
    )
    .join(', ');

const sentences: Record<string, string> = {
  named_already:
    'Your company has a policy of this name already. Add a version to it, or choose another name.',
  same_words: 'This reads as the last version does. Nothing was added.',
  quote_it: 'Quote the passage that says it.',
  not_in_the_text: 'This passage does not stand in the text. Copy it word for word.',
  no_such_party: 'This party is not in your chain any more. Choose another one.',
  was_sent_this: 'This party was sent this version already.',
  not_yet: 'This day is still to come.',
  due_before_sent: 'It cannot be due before it was sent.',
  acknowledged_before: 'This was acknowledged already.',
  before_it_was_sent: 'It cannot be acknowledged before it was sent.',
  file_missing: 'Choose a file.',
};

/** A no in words, and what to do about it. */
export const refusalText = (refusal: string) => sentences[refusal] ?? 'This is not possible now.';
