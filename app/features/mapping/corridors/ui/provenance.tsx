import { dayInWords } from '#app/platform/calendar.ts';
import { DateField, TextField } from '#app/ui/fields.tsx';
import { TextLink } from '#app/ui/buttons.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { Provenance } from '../model.ts';

type Checked = Provenance & { reviewer: string | null };

/** Where something comes from, in a line: the source and its day, when somebody last looked, and who. */
export const SourceLine = ({ sourceTitle, sourceUrl, sourceOn, checkedOn, reviewer }: Checked) => (
  <p className="text-sm text-ink-2">
    Source:{' '}
    {sourceUrl ? (
      <TextLink to={sourceUrl} rel="nofollow noopener noreferrer">
        {sourceTitle}
      </TextLink>
    ) : (
      sourceTitle
    )}
    , of {dayInWords(sourceOn)}. {checkedInWords({ checkedOn, reviewer })}
  </p>
);

/** An entry that came with the software says so until an officer has looked at it. */
export const checkedInWords = ({ checkedOn, reviewer }: Pick<Checked, 'checkedOn' | 'reviewer'>) =>
  reviewer === null
    ? `Checked on ${dayInWords(checkedOn)} by whoever made this software; the scheme has not reviewed it yet.`
    : `Checked on ${dayInWords(checkedOn)} by ${reviewer}.`;

export type SourceAnswers = { sourceTitle: string; sourceUrl: string; sourceOn: string };

export const sourceAs = ({ sourceTitle, sourceUrl, sourceOn }: Provenance): SourceAnswers => ({
  ...{ sourceTitle, sourceUrl: sourceUrl ?? '', sourceOn },
});

/** Asked of each version anew. */
export const SourceFields = ({ fields }: { fields: Record<keyof SourceAnswers, Field> }) => (
  <>
    <TextField
      field={fields.sourceTitle}
      label="Source"
      hint="The law, agreement or page as it is called, with the article: whoever reads it must find the place"
      width="full"
    />
    <TextField
      field={fields.sourceUrl}
      label="Where it can be read"
      hint="A page that begins with https://"
      inputMode="url"
      width="full"
      optional
    />
    <DateField
      field={fields.sourceOn}
      label="Day of the source"
      hint="When it was published or last changed"
    />
  </>
);
