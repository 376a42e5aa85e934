import { timeInWords } from '#app/platform/calendar.ts';
import { alikeSince } from '#app/platform/records/alike.ts';

import { CheckboxField } from '../fields.tsx';
import type { Field } from './field.tsx';

type Props = {
  field: Field;
  refusal: string | undefined;
  /** "payment", as the record is called. */
  what: string;
  hint?: string;
};

/** Asked only where a record that reads the same was told of, or the tick was set. */
export const AnotherOne = ({ field, refusal, what, hint }: Props) =>
  alikeSince(refusal) !== undefined || field.initialValue === 'on' ? (
    <CheckboxField field={field} label={`This is another ${what}: record this as well`} hint={hint} />
  ) : null;

/** The words of the page that tells of it; undefined for any other refusal. */
export function alikeText(refusal: string | undefined, what: string, alike: string) {
  const since = alikeSince(refusal);
  return since === undefined
    ? undefined
    : `A like ${what}, ${alike}, was recorded at ${timeInWords(since)}. If this is that one, leave this page: nothing more was recorded. If it is another one, tick so below and send it once more.`;
}
