import { addDays, type Day } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { checkHolds, warnedAhead, type Contents, type Kept, type Standing } from './model.ts';

/** The last day on which a check holds. */
export const lastDayOf = (checkedOn: Day): Day => addDays(checkedOn, checkHolds);

/** The first day of checks that still hold on a day: what `lastDayOf` says, asked from the other end, for queries. */
export const heldSince = (today: Day): Day => addDays(today, -checkHolds);

/** The last day of checks that end soon, or have ended. */
export const dueSince = (today: Day): Day => addDays(today, warnedAhead - checkHolds);

type Checked = Pick<Kept, 'checkedOn' | 'withdrawnAt'>;

/** `due` is shown still, and wants a look; neither `stale` nor `withdrawn` is shown to anybody outside. */
export function standingOn({ checkedOn, withdrawnAt }: Checked, today: Day): Standing {
  if (withdrawnAt !== null) return 'withdrawn';
  const last = lastDayOf(checkedOn);
  if (last < today) return 'stale';
  return last <= addDays(today, warnedAhead) ? 'due' : 'shown';
}

export function isShown(entry: Checked, today: Day) {
  const standing = standingOn(entry, today);
  return standing === 'shown' || standing === 'due';
}

const invented = /^https:\/\/[^/?#]+\.example([/?#]|$)/;

/** An invented entry leads nowhere real: no number, and pages of `.example` alone. */
export const isHarmless = ({ phones, url }: Pick<Contents, 'phones' | 'url'>) =>
  phones.length === 0 && (url === null || invented.test(url));

export function list(contents: Contents, demonstration: boolean, today: Day) {
  if (demonstration && !isHarmless(contents)) return refuse('example_is_real');
  return ok<Kept>({ ...contents, demonstration, checkedOn: today, revision: 1, withdrawnAt: null });
}

const open = (kept: Kept | undefined, revision: number) => {
  if (!kept) return refuse('not_found');
  if (kept.withdrawnAt !== null) return refuse('already_withdrawn');
  return kept.revision === revision ? ok(kept) : refuse('saved_meanwhile');
};

/** Whoever changes an entry has looked at its source today: a change is a check. */
export function change(kept: Kept | undefined, form: Contents & { revision: number }, today: Day) {
  const entry = open(kept, form.revision);
  if (!entry.ok) return entry;
  const { revision, ...contents } = form;
  if (entry.value.demonstration && !isHarmless(contents)) return refuse('example_is_real');
  return ok<Kept>({ ...entry.value, ...contents, checkedOn: today, revision: revision + 1 });
}

/** All of it was found as it stands, at the source that is named. */
export function checkAgain(kept: Kept | undefined, form: { source: string; revision: number }, today: Day) {
  const entry = open(kept, form.revision);
  if (!entry.ok) return entry;
  return ok<Kept>({
    ...entry.value,
    source: form.source,
    checkedOn: today,
    revision: entry.value.revision + 1,
  });
}

/** For good; whoever comes back is listed anew. */
export function withdraw(kept: Kept | undefined, now: Date) {
  if (!kept) return refuse('not_found');
  if (kept.withdrawnAt !== null) return refuse('already_withdrawn');
  return ok<Kept>({ ...kept, withdrawnAt: now.toISOString(), revision: kept.revision + 1 });
}
