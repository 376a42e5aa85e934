import { addDays, dayOf } from '#app/platform/calendar.ts';

import { expected as corrected, type Act as Correcting } from '../finding-machine.ts';
import { auditSteps } from './audit-steps.ts';
import {
  asked,
  become,
  decide,
  drop,
  endApplication,
  inForce,
  leaveBehind,
  settle,
  suspend,
  withdraw,
} from './effects.ts';
import { escalated } from './days.ts';
import {
  isGrave,
  isOver,
  standing,
  today,
  type Certificate,
  type Finding,
  type House,
  type Step,
} from './model.ts';

/** An observation asks for nothing: it is contested, and kept or withdrawn. */
function contestedOnly(house: House, finding: Finding, act: Correcting) {
  const day = today(house);
  if (act === 'dispute') {
    if (finding.state !== 'issued' || finding.contested || day > addDays(finding.issuedOn, 5)) return false;
    Object.assign(finding, { state: 'disputed', contested: true, disputedOn: day });
    return true;
  }
  if (finding.state !== 'disputed' || finding.proposal) return false;
  if (act !== 'keep' && act !== 'withdraw') return false;
  finding.state = act === 'keep' ? 'issued' : 'withdrawn';
  if (act === 'withdraw') settle(house, finding.audit);
  return true;
}

/** Domain 2.8 (c), of any finding: where it moves on, its audit may have become ready. */
const onFinding =
  (act: Correcting): Step =>
  (house, pick) => {
    const finding = house.findings[pick % house.findings.length];
    if (!finding || finding.state === 'raised') return false;
    if (finding.grade === 'observation') return contestedOnly(house, finding, act);
    const before = { ...finding };
    const next = corrected({ ...finding, now: house.now }, act);
    if (!next) return false;
    Object.assign(finding, next);
    if (act === 'accept' || act === 'close' || act === 'withdraw') settle(house, finding.audit);
    if (act === 'return' && finding.returns > 2) escalated(house, before);
    return true;
  };

/** Nobody but the team has read the report by then. */
const unsent: readonly House['audits'][number]['state'][] = ['in_progress', 'fieldwork_done', 'report_draft'];

const findingSteps = {
  contain: onFinding('contain'),
  'believe it': onFinding('believe'),
  'not stopped': onFinding('disbelieve'),
  dispute: onFinding('dispute'),
  'keep finding': onFinding('keep'),
  'drop finding': onFinding('withdraw'),
  'send plan': onFinding('plan'),
  'accept plan': onFinding('accept'),
  'return plan': onFinding('return'),
  prove: onFinding('prove'),
  verify: onFinding('verify'),
  reject: onFinding('reject'),
  'close finding': onFinding('close'),
  'raised in error': (house, pick) => {
    const finding = house.findings[pick % house.findings.length];
    const audit = finding && house.audits[finding.audit];
    if (finding?.state !== 'raised' || !audit || !unsent.includes(audit.state)) return false;
    finding.state = 'withdrawn';
    const past = finding.over === undefined ? undefined : house.findings[finding.over];
    if (past) past.judged = false;
    return true;
  },
} satisfies Record<string, Step>;

/** Of several matters any; one that has lost its object leaves the panel with the vote that is refused. */
const vote =
  (granted: boolean): Step =>
  (house, pick) => {
    const inTurn = house.matters.toSorted((one, other) => one.kind.localeCompare(other.kind));
    const matter = inTurn[pick % inTurn.length];
    if (!matter) return false;
    const may = asked(house, matter);
    if (may === 'over') drop(house, matter);
    return may === 'may' && decide(house, matter, granted);
  };

const reopened = (house: House) => {
  if (house.application.unaudited) {
    house.application.state = 'in_audit';
    return true;
  }
  house.application.state = 'decision_pending';
  house.matters.push({ kind: 'initial', audit: undefined, of: undefined });
  return true;
};

const leaving = ['engaged', 'in_audit', 'decision_pending', 'appealed'];

const applicationSteps = {
  appeal: ({ application, now }) => {
    const { state, appealed, refusedOn } = application;
    if (state !== 'refused' || appealed || addDays(refusedOn, 30) < dayOf(now)) return false;
    Object.assign(application, { state: 'appealed', appealed: true });
    return true;
  },
  uphold: (house) => house.application.state === 'appealed' && reopened(house),
  dismiss: ({ application }) => {
    if (application.state !== 'appealed') return false;
    application.state = 'refused';
    return true;
  },
  'leave scheme': (house) => {
    if (!leaving.includes(house.application.state)) return false;
    endApplication(house, 'withdrawn');
    return true;
  },
} satisfies Record<string, Step>;

/** Domain 2.8 (d), of the certificate that stands. */
const onCertificate =
  (step: (house: House, certificate: Certificate) => boolean | undefined): Step =>
  (house) => {
    const certificate = standing(house);
    return certificate !== undefined && step(house, certificate) !== false;
  };

const byPanel = 4;
const fraud = 9;

const certificateSteps = {
  watch: onCertificate((house, certificate) => {
    if (certificate.status !== 'active') return false;
    become(house, certificate, 'active_under_watch');
    return true;
  }),
  clear: onCertificate((house, certificate) => {
    if (certificate.status !== 'active_under_watch' || house.findings.some(isGrave)) return false;
    become(house, certificate, 'active');
    return true;
  }),
  suspend: onCertificate((house, certificate) => suspend(house, certificate, 2)),
  lift: onCertificate((house, certificate) => {
    const papers = certificate.status === 'suspended' && certificate.gravity < byPanel;
    if (!papers || isOver(house, certificate) || house.findings.some(isGrave)) return false;
    become(house, certificate, 'active');
    leaveBehind(house, certificate);
    return true;
  }),
  pause: onCertificate(
    (house, certificate) =>
      inForce(certificate) && !isOver(house, certificate) && suspend(house, certificate, 0),
  ),
  // For fraud, which may be put on what ended for less.
  revoke: (house) => {
    const certificate = house.certificates.at(-1);
    if (!certificate || (certificate !== standing(house) && certificate.status !== 'withdrawn')) return false;
    if (certificate.status === 'withdrawn' && certificate.gravity === fraud) return false;
    if (certificate.status !== 'withdrawn') withdraw(house, certificate);
    certificate.gravity = fraud;
    return true;
  },
  'reduce scope': onCertificate((_house, certificate) => {
    if (certificate.offices === 1) return false;
    certificate.offices = 1;
    return true;
  }),
  'ask lift': onCertificate((house, certificate) => {
    const graver = certificate.status === 'suspended' && certificate.gravity >= byPanel;
    const open = house.matters.some(({ kind }) => kind === 'lift');
    if (!graver || open || isOver(house, certificate) || house.findings.some(isGrave)) return false;
    house.matters.push({ kind: 'lift', audit: undefined, of: house.certificates.indexOf(certificate) });
    return true;
  }),
} satisfies Record<string, Step>;

const steps = {
  ...auditSteps,
  ...findingSteps,
  ...applicationSteps,
  ...certificateSteps,
  grant: vote(true),
  'refuse grant': vote(false),
} satisfies Record<string, Step>;

export type Act = keyof typeof steps;
const isAct = (word: string): word is Act => word in steps;
export const acts = Object.keys(steps).filter(isAct);

/** The house after an act, and whether it was possible: a vote that comes too late still takes its matter from the panel. */
export function expected(house: House, act: Act, pick: number) {
  const next = structuredClone(house);
  return { ok: steps[act](next, pick), next };
}
