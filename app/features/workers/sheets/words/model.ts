/** What a sheet says in one language, and the page that leads to it. */
export type SheetWords = {
  /** The page. */
  title: string;
  lead: string;
  where: string;
  other: string;
  /** `{country}`. */
  inCountry: string;
  print: string;
  table: string;
  /** `{part}` of `{parts}`. */
  part: string;
  nobody: string;
  /** `{count}` names are on paper; the table has all. */
  more: string;

  /** The head of a sheet. `{when}`: it was so at this moment. */
  fresh: string;
  absent: string;
  anew: string;
  /** `{first}`, `{last}`: the names a part begins and ends with. */
  from: string;

  /** The columns. */
  name: string;
  local: string;
  number: string;
  standing: string;
  licences: string;
  place: string;
  until: string;
  /** A name in letters that no paper of ours can show. */
  unprintable: string;
};
