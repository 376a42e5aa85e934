import type { ExpressionText } from '../definition.ts';

/**
 * Our expressions are a part of XLSForm's, so they go out as they are. What comes in may be written more loosely:
 * typographic quotes, and spaces inside `${ }`.
 */
export const fromXlsForm = (text: string): ExpressionText =>
  text
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\$\{\s*([^}\s]+)\s*\}/g, (_whole, name: string) => `\${${name}}`)
    .trim();

const yes = new Set(['yes', 'true', 'true()']);
const no = new Set(['no', 'false', 'false()', '']);

/** `yes`, `no` or a condition. */
export function requiredIn(text: string): true | ExpressionText | undefined {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? undefined : fromXlsForm(text);
}

/** A question in a group is asked where the group is, and where it is itself. */
export function bothHold(group: ExpressionText | undefined, own: ExpressionText | undefined) {
  if (group === undefined || own === undefined) return group ?? own;
  return `(${group}) and (${own})`;
}
