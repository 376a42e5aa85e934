import { addDays, addMonths } from '#app/platform/calendar.ts';

import { clocks } from '../finding-machine.ts';
import {
  bars,
  isGrave,
  isOver,
  isSettled,
  standing,
  today,
  type Certificate,
  type House,
  type Matter,
} from './model.ts';

/** What one machine does to the others. */

const gravities = { late: 4, too_late: 4, audit: 5, critical: 6 } as const;

export const inForce = ({ status }: Certificate) => status === 'active' || status === 'active_under_watch';

export function become(house: House, certificate: Certificate, status: Certificate['status']) {
  Object.assign(certificate, { status, since: house.now, gravity: 0, announced: undefined });
}

export function suspend(house: House, certificate: Certificate, gravity: number) {
  const graver = certificate.status === 'suspended' && gravity > certificate.gravity;
  if (!inForce(certificate) && !graver) return false;
  if (!graver) become(house, certificate, 'suspended');
  certificate.gravity = gravity;
  return true;
}

/** A fact of an audit or a finding, as the certificate that stands learns of it. */
export function happen(house: House, fact: 'major' | keyof typeof gravities) {
  const certificate = standing(house);
  if (!certificate || isOver(house, certificate)) return;
  if (fact === 'major') {
    if (certificate.status === 'active') become(house, certificate, 'active_under_watch');
  } else if (fact === 'too_late' && certificate.status === 'suspended') withdraw(house, certificate);
  else suspend(house, certificate, gravities[fact]);
}

/** What was raised is told, with the final report or because none will come. */
export function issue(house: House, place: number) {
  const day = today(house);
  for (const finding of house.findings) {
    if (finding.audit !== place || finding.state !== 'raised') continue;
    finding.state = finding.grade === 'observation' ? 'issued' : 'awaiting_cap';
    Object.assign(finding, { ...clocks(finding.grade, day), issuedOn: day, resubmit: day });
    if (isGrave(finding)) happen(house, 'major');
  }
}

const early = ['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'];
const atWork = ['in_progress', 'fieldwork_done', 'report_draft', 'fact_check', 'tech_review'];

/** Ends with what it belonged to: not begun, broken off, or closed. */
function end(house: House, audit: House['audits'][number]) {
  const paper = audit.type === 'stage1' && audit.state === 'fieldwork_done';
  if (early.includes(audit.state)) audit.state = 'cancelled';
  else if (paper || audit.state === 'caps_open' || audit.state === 'ready_for_decision') close(house, audit);
  else if (atWork.includes(audit.state)) {
    audit.state = 'aborted';
    issue(house, house.audits.indexOf(audit));
  } else return;
  audit.ended = true;
}

export function close(house: House, audit: House['audits'][number]) {
  audit.state = 'closed';
  audit.endedAt = house.now;
}

export function withdraw(house: House, certificate: Certificate) {
  become(house, certificate, 'withdrawn');
  leaveBehind(house, certificate);
  const of = house.certificates.indexOf(certificate);
  for (const audit of house.audits) if (audit.of === of) end(house, audit);
}

/** Matters that have lost their object, and audits nothing is decided by any more. */
export function leaveBehind(house: House, certificate: Certificate) {
  const of = house.certificates.indexOf(certificate);
  for (const matter of house.matters.filter((one) => one.of === of))
    if (asked(house, matter) === 'over') drop(house, matter);
  if (inForce(certificate) || certificate.status === 'suspended') return;
  for (const [place, audit] of house.audits.entries())
    if (audit.of === of && audit.state === 'ready_for_decision' && !isBefore(house, place))
      close(house, audit);
}

const isBefore = ({ matters }: House, audit: number) => matters.some((matter) => matter.audit === audit);

/** Past its last day: what was to keep it ends, but for what may still restore it. */
export function expire(house: House, certificate: Certificate) {
  const of = house.certificates.indexOf(certificate);
  leaveBehind(house, certificate);
  for (const audit of house.audits)
    if (audit.of === of && audit.type !== 'recertification' && audit.state !== 'ready_for_decision')
      end(house, audit);
}

const finals = ['withdrawn', 'superseded', 'transferred'];

/** Whether what is asked of the panel can be done: by now, not now, or never again. */
export function asked(house: House, { kind, of }: Pick<Matter, 'kind' | 'of'>): 'may' | 'not now' | 'over' {
  const certificate = of === undefined ? undefined : house.certificates[of];
  if (!certificate) return 'may';
  const over = isOver(house, certificate);
  const { status, validUntil } = certificate;
  if (finals.includes(status)) return 'over';
  if (kind === 'lift') return status === 'suspended' && !over ? 'may' : 'over';
  if (kind === 'recertification') {
    if (over) return 'over';
    return status === 'suspended' || today(house) < addMonths(validUntil, -9) ? 'not now' : 'may';
  }
  if (!over) return 'not now';
  return status === 'suspended' || today(house) > addMonths(validUntil, 6) ? 'over' : 'may';
}

/** A renewal whose certificate expired meanwhile may still restore it. */
export function drop(house: House, matter: Matter) {
  house.matters.splice(house.matters.indexOf(matter), 1);
  const restoring: Matter = { ...matter, kind: 'restoration' };
  if (matter.kind === 'recertification' && asked(house, restoring) === 'may') house.matters.push(restoring);
  const audit = matter.audit === undefined ? undefined : house.audits[matter.audit];
  if (audit?.state === 'ready_for_decision' && !house.matters.some((one) => one.audit === matter.audit))
    close(house, audit);
}

/** Withdrawn or lapsed: everything ends that was to lead to a first certificate. */
export function endApplication(house: House, state: 'withdrawn' | 'lapsed') {
  house.application.state = state;
  house.matters = house.matters.filter(({ kind }) => kind !== 'initial' && kind !== 'abandoned_audit');
  for (const audit of house.audits) if (audit.of === undefined) end(house, audit);
}

/** Corrections are far enough: what the audit is for comes before the panel, or the audit is closed. */
export function ready(house: House, place: number) {
  const audit = house.audits[place];
  if (!audit) return;
  audit.state = 'ready_for_decision';
  const certificate = audit.of === undefined ? undefined : house.certificates[audit.of];
  if (!certificate) {
    house.application.state = 'decision_pending';
    house.matters.push({ kind: 'initial', audit: undefined, of: undefined });
    return;
  }
  const over = isOver(house, certificate);
  const renews = audit.type === 'recertification' && !finals.includes(certificate.status);
  if (renews && !over) house.matters.push({ kind: 'recertification', audit: place, of: audit.of });
  else if (renews && certificate.status !== 'suspended')
    house.matters.push({ kind: 'restoration', audit: place, of: audit.of });
  else close(house, audit);
}

export function settle(house: House, place: number) {
  if (house.audits[place]?.state === 'caps_open' && isSettled(house, place)) ready(house, place);
}

/** A finding became grave after the audit of a certificate was ready, and nothing of it is before the panel. */
export function reopen(house: House, place: number) {
  const audit = house.audits[place];
  if (audit?.state !== 'ready_for_decision' || audit.of === undefined || isBefore(house, place)) return;
  if (!isSettled(house, place)) audit.state = 'caps_open';
}

const cycle = (day: string) => addDays(addMonths(day, 36), -1);

/** The panel granted or refused: its audits are closed, and the certificate stands, stands again or goes on. */
export function decide(house: House, matter: Matter, granted: boolean) {
  if (matter.kind === 'abandoned_audit') return decideUnaudited(house, matter, granted);
  if (granted && house.findings.some(bars)) return false;
  house.matters.splice(house.matters.indexOf(matter), 1);
  for (const [place, audit] of house.audits.entries()) {
    const mine = matter.kind === 'initial' ? audit.of === undefined : place === matter.audit;
    if (mine && audit.state === 'ready_for_decision') close(house, audit);
  }
  const before = matter.of === undefined ? undefined : house.certificates[matter.of];
  if (!before) conclude(house, granted);
  else if (granted && matter.kind === 'lift') {
    become(house, before, 'active');
    leaveBehind(house, before);
  } else if (granted) renew(house, matter, before);
  return true;
}

/** Planned anew, or refused without having been audited; the audit is closed either way. */
function decideUnaudited(house: House, matter: Matter, again: boolean) {
  house.matters.splice(house.matters.indexOf(matter), 1);
  const audit = house.audits[matter.audit ?? -1];
  if (audit) close(house, audit);
  if (!again) {
    conclude(house, false);
    house.application.unaudited = true;
  }
  return true;
}

function conclude(house: House, granted: boolean) {
  const refused = { refusedOn: today(house), appealed: false, unaudited: false };
  house.application = { ...house.application, ...refused };
  house.application.state = granted ? 'certified' : 'refused';
  if (granted) put(house, cycle(today(house)), 2);
}

function renew(house: House, { kind, audit }: Matter, before: Certificate) {
  const doneOn = house.audits[audit ?? -1]?.doneOn ?? '';
  const late = kind === 'recertification' && doneOn > addMonths(before.validUntil, -3);
  // The watch it was under goes on.
  const stands = before.status === 'active_under_watch' ? before.status : 'active';
  become(house, before, 'superseded');
  put(house, late ? cycle(today(house)) : addMonths(before.validUntil, 36), before.offices, stands);
  leaveBehind(house, before);
}

const put = (house: House, validUntil: string, offices: number, status: Certificate['status'] = 'active') =>
  house.certificates.push({
    ...{ status, since: house.now, validUntil, gravity: 0 },
    ...{ announced: undefined, toldExpired: false, offices },
  });
