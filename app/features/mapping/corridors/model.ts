/** What the corridor book tells of a corridor; the table's check has the same. */
export const topics = ['licensing', 'charging', 'agreement', 'contract', 'authority'] as const;
export type Topic = (typeof topics)[number];

export const topicOf = (text: string | null): Topic | undefined => topics.find((topic) => topic === text);

/** A check holds so many days; what was checked before is shown still, and says that it may have changed. */
export const checkHolds = 365;
/** Staff hear so many days ahead. */
export const warnedAhead = 30;

/** Where an entry holds; null is any. Sectors are ISIC sections. */
export type Place = { origin: string | null; destination: string | null; sector: string | null };

/** Where something comes from: what it is called, where it can be read, of which day it is, and when somebody last looked. */
export type Provenance = {
  sourceTitle: string;
  sourceUrl: string | null;
  sourceOn: string;
  checkedOn: string;
};

/** One version of an entry. `reviewer` is null where it came with the software and nobody of the scheme has looked at it. */
export type Entry = Place &
  Provenance & {
    id: string;
    version: number;
    topic: Topic;
    title: string;
    words: string;
    reviewer: string | null;
    withdrawnReason: string | null;
  };

export const standings = ['fresh', 'due', 'stale', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];
