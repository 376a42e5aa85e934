/** `whole`: everything, as of one moment. `changes`: what reads differently than in the dump before it. */
export type DumpKind = 'whole' | 'changes';

/** One file of a dump. Gzip of JSON lines; `signature` is a credential over `sha256` of those very bytes. */
export type Dump = {
  kind: DumpKind;
  asOf: Date;
  since: Date | null;
  key: string;
  bytes: number;
  sha256: string;
  recruiters: number;
  removed: number;
  signature: string;
};

/** What is counted while a file is written, and stands in its last line. */
export type Counted = { recruiters: number; removed: number };

/** For how long changes are kept: whoever was away for longer takes the whole register again. */
export const daysKept = 35;
