import { ok, refuse } from '#app/platform/result.ts';

import { grouped } from './grouped.ts';
import type { Catalogue, Counts, Judged, Reviewed, State, Translated } from './model.ts';

/** What was said of each line in one language, the newest word on each text. */
type Verdicts = readonly Pick<Judged, 'key' | 'hash' | 'verdict'>[];

/** How the text of a line stands by what was said of it and of what stood there before. */
export function stateOf(
  hash: string | undefined,
  verdicts: readonly Pick<Judged, 'hash' | 'verdict'>[],
): State {
  if (hash === undefined) return 'missing';
  const now = verdicts.find((each) => each.hash === hash);
  if (now) return now.verdict === 'approved' ? 'approved' : 'unreviewed';
  return verdicts.some(({ verdict }) => verdict === 'approved') ? 'lapsed' : 'unreviewed';
}

/** All lines in one language as they stand. */
export function review({ lines }: Catalogue, language: Translated, verdicts: readonly Judged[]): Reviewed[] {
  const byKey = grouped(verdicts, ({ key }) => key);
  return lines.map((line) => {
    const { key, chapter, english, said } = line;
    const { text, hash } = said[language] ?? { text: undefined, hash: undefined };
    const judged = byKey.get(key) ?? [];
    const approvals = judged.filter(({ verdict }) => verdict === 'approved');
    const approved =
      approvals.find((each) => each.hash === hash) ?? approvals.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    return { ...{ key, chapter, english, text, hash }, state: stateOf(hash, judged), approved };
  });
}

export function countsOf(reviewed: readonly Pick<Reviewed, 'state'>[]): Counts {
  const counts: Counts = { approved: 0, unreviewed: 0, lapsed: 0, missing: 0 };
  for (const { state } of reviewed) counts[state] += 1;
  return counts;
}

/** Whether somebody read all that a page says; `said` are keys, or what keys begin with. A page that says nothing is no such page. */
export function pageIsReviewed(
  { lines }: Catalogue,
  said: readonly string[],
  language: Translated,
  approved: ReadonlySet<string>,
) {
  const shown = lines.filter(({ key }) => said.some((part) => key === part || key.startsWith(`${part}.`)));
  return (
    shown.length > 0 &&
    shown.every((line) => approved.has(approvalOf(language, line.key, line.said[language]?.hash)))
  );
}

/** An approval as one word, for sets of them. */
export const approvalOf = (language: string, key: string, hash: string | undefined) =>
  `${language} ${key} ${hash ?? ''}`;

type Meant = { key: string; hash: string };
type Asked = { catalogue: Catalogue; language: Translated; meant: readonly Meant[] };

/** Which of the texts that somebody read are approved anew; none where one of them stands there no longer. */
export const approve = (asked: Asked, verdicts: Verdicts) =>
  judge(asked, verdicts, (state) => state !== 'approved');

/** Which approvals end: somebody was mistaken. */
export const takeBack = (asked: Asked, verdicts: Verdicts) =>
  judge(asked, verdicts, (state) => state === 'approved');

function judge(
  { catalogue, language, meant }: Asked,
  verdicts: Verdicts,
  changes: (state: State) => boolean,
) {
  const stands = new Map(catalogue.lines.map(({ key, said }) => [key, said[language]?.hash]));
  if (!meant.every(({ key, hash }) => stands.get(key) === hash)) return refuse('changed_meanwhile');
  const judged = grouped(verdicts, ({ key }) => key);
  const once = new Map(meant.map((each) => [each.key, each]));
  const said = [...once.values()].filter(({ key, hash }) => changes(stateOf(hash, judged.get(key) ?? [])));
  return said.length > 0 ? ok(said) : refuse('nothing_changes');
}
