import { nameKey } from '#app/platform/names/likeness.ts';

export type Alike = (one: string, other: string) => boolean;

/** Whether two names are one, for as long as one questionnaire is read: what a name comes to is found once. */
export function alikeNames(): Alike {
  const keys = new Map<string, string>();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? nameKey(name);
    keys.set(name, key);
    return key;
  };
  // Signs alone are nobody's name.
  return (one, other) => one === other || (keyOf(one) !== '' && keyOf(one) === keyOf(other));
}
