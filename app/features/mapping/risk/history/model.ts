import type { Chain } from '../../chain/model.ts';
import type { Contradiction, Datum, Hit, Maturity, RiskScore } from '../model.ts';
import type { Place } from '../rules.ts';
import type { Told } from '../told.ts';

/** A party of a company as reckoning knows it. */
export type Party = { id: string; kind: string; country: string | null; recruiterId: string | null };

/** All that the scores of one company's parties are reckoned from, as far as that company may see it. */
export type Facts = {
  chain: Chain;
  /** Which party each node of the chain is. */
  partyOf: ReadonlyMap<string, string>;
  /** What each party answered itself, by party; workers' answers with the site they work at. */
  told: ReadonlyMap<string, readonly Told[]>;
  /** The shares by which each response may be read. */
  sharesOf: ReadonlyMap<string, readonly string[]>;
  /** Where a party stands in the register, as a maturity. */
  controls: ReadonlyMap<string, Maturity>;
  inputs: { of: (kind: Place, key: string) => Datum; averages: Partial<Record<Place, number>> };
  zeroFee: ReadonlySet<string>;
  answeredIn: number | null;
};

/** A score with all that was found on the way, as it is kept. */
export type KeptScore = RiskScore & { hits: Hit[]; contradictions: Contradiction[] };
