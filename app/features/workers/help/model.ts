/** What somebody can be of help with; the table's check has the same. */
export const topics = ['hotline', 'resource_centre', 'consulate', 'union', 'shelter', 'legal_aid'] as const;
export type Topic = (typeof topics)[number];

export const topicOf = (text: string | null): Topic | undefined => topics.find((topic) => topic === text);

/** A check holds so many days; after the last of them nobody is sent there until somebody checks again. */
export const checkHolds = 180;
/** Staff hear so many days ahead. */
export const warnedAhead = 30;

export const mostPhones = 5;

/** What an entry says: numbers in E.164, an address that begins with https, languages as codes. */
export type Contents = {
  name: string;
  nameLocal: string | null;
  country: string;
  topics: Topic[];
  languages: string[];
  phones: string[];
  url: string | null;
  address: string | null;
  hours: string | null;
  free: boolean;
  /** Where it was checked: a page, or the name of a document. */
  source: string;
};

/** `demonstration`: invented, and marked so wherever it is shown; it is so from the beginning, or never. */
export type Kept = Contents & {
  demonstration: boolean;
  checkedOn: string;
  revision: number;
  withdrawnAt: string | null;
};

export const standings = ['shown', 'due', 'stale', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

/** What the public reads. */
export type Shown = Contents & { id: string; demonstration: boolean; checkedOn: string };
