import type { Source } from './house.ts';

const action = /export async function action\(\{[^}]*params[^}]*\}[\s\S]*?\n\}/;

/** Found, or opened where it is a link of one’s own (`byLink`). */
const lookUp = /(?:(?:found|opened)\(\(?\s*|byLink\()await|await byLink\(/;

/** Whoever has no business with a record learns no word of its form: it is looked up before the form is read. */
export const formsFirst = (house: Source[]) =>
  house
    .filter(({ path }) => path.startsWith('app/routes/'))
    .filter(({ text }) => {
      const [before, form] = (action.exec(text)?.[0] ?? '').split('readForm(');
      return form !== undefined && !lookUp.test(before ?? '');
    })
    .map(({ path }) => `${path} reads the form before it looks the record up`);
