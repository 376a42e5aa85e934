import type { State } from '#app/features/applications/model.ts';
import type { AuditState } from '#app/features/audits/model.ts';
import { dayOf } from '#app/platform/calendar.ts';

import type { Status } from '../certificate-machine.ts';
import type { Model as Correction } from '../finding-machine.ts';

/**
 * The four machines of domain 2.8 in one house: an application, its audits, their findings, its certificates, and what the
 * panel has before it between them. Told a second time in the fewest words; it knows none of the house's rules, and
 * where the two differ, one of them is wrong.
 */
export type House = {
  now: Date;
  application: {
    state: State;
    refusedOn: string;
    appealed: boolean;
    /** The panel refused it over an audit that was not carried out: an appeal that is upheld has it audited. */
    unaudited: boolean;
    /** That no audit began in time was told, and lapses after this day. */
    warned: { at: Date; due: string } | undefined;
  };
  audits: Audit[];
  findings: Finding[];
  certificates: Certificate[];
  matters: Matter[];
};

export type Audit = {
  type: 'stage1' | 'stage2' | 'special' | 'recertification';
  state: AuditState;
  /** Its certificate; undefined for the two before one. */
  of: number | undefined;
  startsOn: string;
  factsUntil: string;
  doneOn: string;
  endedAt: Date | undefined;
  begun: boolean;
  revision: number;
  notReady: boolean;
  /** Refused or broken off. */
  abandoned: boolean;
  /** By the end of what it belonged to: nothing runs in it any more. */
  ended: boolean;
};

/** `told`: days that are missed, and from when on the certificate may feel it. */
/** `over`: the place of the finding whose correction did not last, of one that was raised over it. */
export type Finding = Correction & {
  audit: number;
  judged: boolean;
  /** Of an observation: the place of the latest audit that looked at it, which found it still so. */
  lookedIn?: number;
  over?: number;
  told: Record<string, string>;
};

export type Certificate = {
  status: Status;
  since: Date;
  validUntil: string;
  gravity: number;
  announced: string | undefined;
  /** How many offices it covers. */
  offices: number;
  toldExpired: boolean;
};

export type Matter = {
  kind: 'initial' | 'recertification' | 'restoration' | 'lift' | 'abandoned_audit';
  audit: number | undefined;
  of: number | undefined;
};

/** Changes the house, or says that it may not be. */
export type Step = (house: House, pick: number) => boolean;

export const today = ({ now }: House) => dayOf(now);

export const standing = ({ certificates }: House) =>
  certificates.findLast(({ status }) => ['active', 'active_under_watch', 'suspended'].includes(status));

export const isOver = (house: House, { validUntil }: Certificate) => today(house) > validUntil;

const shut = ['closed', 'withdrawn'];

/** Whether anything that bars a grant, a lift or a clearing is open; raised and not told yet bars it, too. */
export const isGrave = ({ grade, state }: Finding) =>
  (grade === 'critical' || grade === 'major') && !shut.includes(state);

const planned = ['cap_accepted', 'evidence_submitted', 'evidence_rejected', 'verified'];

/** Nothing is granted over it. */
export const bars = (finding: Finding) =>
  isGrave(finding) ||
  (finding.grade === 'minor' && !shut.includes(finding.state) && !planned.includes(finding.state));

/** Nothing grave open, and every minor with its accepted plan. */
export const isSettled = ({ findings }: House, audit: number) =>
  findings
    .filter((finding) => finding.audit === audit && finding.grade !== 'observation')
    .every(
      (finding) =>
        shut.includes(finding.state) || (finding.grade === 'minor' && planned.includes(finding.state)),
    );
