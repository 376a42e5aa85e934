/** Who was seen at which indicator of an audit: told while it is fresh, and fading before it is forgotten. */
export type Seen = { code: string; name: string; seenAt: Date };
/** `minutes`: for how many whole minutes nothing was seen of them there. */
export type Present = { code: string; name: string; minutes: number };

/** A clock that was set back makes nobody come from the future. */
export const presentOf = (seen: readonly Seen[], now: Date): Present[] =>
  seen.map(({ code, name, seenAt }) => ({
    code,
    name,
    minutes: Math.max(0, Math.floor((now.getTime() - seenAt.getTime()) / 60_000)),
  }));

const ago = (minutes: number) => (minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`);
const isHere = ({ minutes }: Present) => minutes === 0;

/** Of one indicator: "Bo Ek has this one open, Anjali Rao had it open 3 minutes ago". */
export function wordsAt(code: string, present: readonly Present[]) {
  const there = present.filter((one) => one.code === code);
  const here = there.filter(isHere).map(({ name }) => name);
  const left = there.filter((one) => !isHere(one));
  return [
    ...(here.length === 0
      ? []
      : [`${here.join(' and ')} ${here.length === 1 ? 'has' : 'have'} this one open`]),
    ...left.map(({ name, minutes }) => `${name} had it open ${ago(minutes)}`),
  ].join(', ');
}

/** Of the team: "Bo Ek is at 1.1.3, Anjali Rao was at 1.1.2 3 minutes ago". */
export const wordsOfTeam = (present: readonly Present[]) =>
  present
    .map(
      (one) => `${one.name} ${isHere(one) ? `is at ${one.code}` : `was at ${one.code} ${ago(one.minutes)}`}`,
    )
    .join(', ');

/** What a page that stays open puts in place of what it said before. */
export const newsOf = (present: readonly Present[]) => ({
  team: wordsOfTeam(present),
  at: Object.fromEntries(present.map(({ code }) => [code, wordsAt(code, present)])),
});
