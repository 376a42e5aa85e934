import { addDays, addMonths, addWorkingDays } from '#app/platform/calendar.ts';

import { clocks } from '../finding-machine.ts';
import { close, happen, issue, ready } from './effects.ts';
import {
  isGrave,
  isSettled,
  standing,
  today,
  type Audit,
  type Finding,
  type House,
  type Step,
} from './model.ts';

/** Domain 2.8 (b), of the audit that was scheduled last; each says whether it may be done. */

const from =
  (states: Audit['state'][], step: (house: House, audit: Audit, pick: number) => unknown): Step =>
  (house, pick) => {
    const audit = house.audits.at(-1);
    // Nothing to say is yes.
    return audit !== undefined && states.includes(audit.state) && step(house, audit, pick) !== false;
  };

const to = (state: Audit['state']) => (_house: House, audit: Audit) => {
  audit.state = state;
  return true;
};

const undone = ({ state, abandoned }: Audit) =>
  ['cancelled', 'refused_by_auditee', 'aborted', 'failed'].includes(state) ||
  (state === 'closed' && abandoned);

function schedule(house: House, type: Audit['type'], of?: number) {
  house.audits.push({
    ...{ type, of, state: 'scheduled', startsOn: '', factsUntil: '', doneOn: '', endedAt: undefined },
    ...{ begun: false, revision: 0, notReady: false, abandoned: false, ended: false },
  });
  return true;
}

/** Those before a first certificate that took place, or may still. */
const stagesOf = ({ audits }: House) =>
  audits.filter(
    ({ of, state, abandoned }) =>
      of === undefined && !['cancelled', 'failed'].includes(state) && !(state === 'closed' && abandoned),
  );

function stage(house: House, type: 'stage1' | 'stage2') {
  const count = stagesOf(house);
  const stage1 = count.findLast((audit) => audit.type === 'stage1');
  if (!['engaged', 'in_audit'].includes(house.application.state)) return false;
  if (type === 'stage1') return (!stage1 || stage1.notReady) && schedule(house, type);
  if (!stage1 || stage1.notReady || count.some((audit) => audit.type === type)) return false;
  return schedule(house, type);
}

/** Two orders of a kind never have the same last day. */
const orderedUntil = (house: House) => addDays(today(house), 20 + house.audits.length);

function ofCertificate(house: House, type: 'special' | 'recertification') {
  const certificate = standing(house);
  if (!certificate) return false;
  const of = house.certificates.indexOf(certificate);
  const opens = addDays(addMonths(certificate.validUntil, -9), -60);
  const done = house.audits.some((audit) => audit.type === type && audit.of === of && !undone(audit));
  if (type === 'recertification' && (today(house) < opens || done)) return false;
  // An order of which nothing came is taken up again; a new one has its last day within the certificate.
  const ordered = house.audits.findLast((audit) => audit.type === 'special');
  const again = ordered !== undefined && undone(ordered);
  if (type === 'special' && !again && orderedUntil(house) > certificate.validUntil) return false;
  return schedule(house, type, of);
}

/** A critical finding is told as it is raised; the others with the report. */
function raise(house: House, grade: Finding['grade'], { judged = false } = {}) {
  const day = today(house);
  const told = grade === 'critical';
  house.findings.push({
    ...{ ...clocks(grade, day), state: told ? 'issued' : 'raised', grade, now: house.now, issuedOn: day },
    ...{
      resubmit: day,
      disputedOn: day,
      contained: false,
      awaits: false,
      saidOn: day,
      contested: false,
      extended: false,
      returns: 0,
    },
    ...{ proposal: null, proposedFrom: grade, missed: [], audit: house.audits.length - 1, judged, told: {} },
  });
  if (told) happen(house, 'critical');
  return true;
}

const raising = (grade: Finding['grade']) =>
  from(
    ['in_progress', 'fieldwork_done', 'report_draft'],
    (house, { type }) => (type !== 'stage1' || grade === 'critical') && raise(house, grade),
  );

const up = { observation: 'minor', minor: 'major', major: 'critical', critical: 'critical' } as const;

/** Closed findings of other audits of which nobody said whether their correction lasted. */
export const unjudged = ({ findings, audits }: House) =>
  findings.filter(
    ({ state, grade, judged, audit }) =>
      state === 'closed' && grade !== 'observation' && !judged && audit !== audits.length - 1,
  );

/** Observations of other audits that stand, of which this one said nothing yet. */
const unlooked = ({ findings, audits }: House) =>
  findings.filter(
    ({ state, grade, audit, lookedIn }) =>
      grade === 'observation' &&
      state === 'issued' &&
      audit !== audits.length - 1 &&
      lookedIn !== audits.length - 1,
  );

const look = (gone: boolean) =>
  from(['in_progress', 'fieldwork_done', 'report_draft'], (house, { type }, pick) => {
    const seen = unlooked(house);
    const finding = seen[pick % seen.length];
    if (!finding || finding.proposal || type === 'stage1') return false;
    if (gone) finding.state = 'closed';
    else finding.lookedIn = house.audits.length - 1;
    return true;
  });

const judge = (lasted: boolean) =>
  from(['in_progress', 'fieldwork_done', 'report_draft'], (house, _audit, pick) => {
    const past = unjudged(house);
    const finding = past[pick % past.length];
    if (!finding) return false;
    finding.judged = true;
    if (lasted) return true;
    raise(house, up[finding.grade]);
    const again = house.findings.at(-1);
    if (again) again.over = house.findings.indexOf(finding);
    return true;
  });

function approve(house: House, audit: Audit) {
  const place = house.audits.indexOf(audit);
  issue(house, place);
  if (isSettled(house, place)) ready(house, place);
  else audit.state = 'caps_open';
}

/** Not let in, or not let do its work: the certificate feels it at once. */
function abandon(house: House, audit: Audit, state: Audit['state'], obstructed: boolean) {
  Object.assign(audit, { state, abandoned: true, begun: true });
  issue(house, house.audits.indexOf(audit));
  if (audit.of !== undefined && obstructed) happen(house, 'audit');
}

export const auditSteps = {
  'stage 1': (house) => stage(house, 'stage1'),
  'stage 2': (house) => stage(house, 'stage2'),
  special: (house) => ofCertificate(house, 'special'),
  recertify: (house) => ofCertificate(house, 'recertification'),
  declare: from(['scheduled'], to('team_assigned')),
  plan: from(['team_assigned', 'planned'], (house, audit) => {
    Object.assign(audit, { state: 'planned', startsOn: today(house) });
    if (house.application.state === 'engaged') house.application.state = 'in_audit';
  }),
  notify: from(['planned'], (house, audit) => audit.startsOn >= today(house) && to('notified')(house, audit)),
  start: from(['notified'], (house, audit) => {
    if (
      audit.type === 'stage2' &&
      stagesOf(house).findLast(({ type }) => type === 'stage1')?.state !== 'closed'
    )
      return false;
    Object.assign(audit, { state: 'in_progress', begun: true });
    return true;
  }),
  'raise critical': raising('critical'),
  'raise major': raising('major'),
  'raise minor': raising('minor'),
  'raise observation': raising('observation'),
  lasted: judge(true),
  'did not last': judge(false),
  gone: look(true),
  'still so': look(false),
  'close fieldwork': from(['in_progress'], (house, audit) => {
    if (audit.type !== 'stage1' && unjudged(house).length + unlooked(house).length > 0) return false;
    Object.assign(audit, { state: 'fieldwork_done', doneOn: today(house) });
    return true;
  }),
  ready: from(['fieldwork_done'], (house, audit) => {
    const place = house.audits.indexOf(audit);
    const critical = house.findings.some(
      (one) => one.audit === place && one.grade === 'critical' && isGrave(one),
    );
    if (audit.type !== 'stage1' || critical) return false;
    close(house, audit);
    return true;
  }),
  'not ready': from(['fieldwork_done'], (house, audit) => {
    audit.notReady = audit.type === 'stage1';
    return audit.notReady && (close(house, audit), true);
  }),
  send: from(['fieldwork_done', 'report_draft'], (house, audit) => {
    const factsUntil = addWorkingDays(today(house), 5);
    if (audit.type === 'stage1') return false;
    Object.assign(audit, { state: 'fact_check', factsUntil, revision: audit.revision + 1 });
    return true;
  }),
  'end check': from(['fact_check'], to('tech_review')),
  approve: from(['tech_review'], (house, audit) => approve(house, audit)),
  'return report': from(['tech_review'], to('report_draft')),
  cancel: from(['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'], to('cancelled')),
  'refuse audit': from(['notified'], (house, audit) => abandon(house, audit, 'refused_by_auditee', true)),
  abort: from(['in_progress'], (house, audit) => abandon(house, audit, 'aborted', true)),
  'abort for safety': from(['in_progress'], (house, audit) => abandon(house, audit, 'aborted', false)),
  // Of an application the panel says what follows, unless it is over.
  'put audit': from(['aborted', 'refused_by_auditee'], (house, audit) => {
    const place = house.audits.indexOf(audit);
    if (audit.ended || audit.of !== undefined || house.application.state !== 'in_audit') return false;
    if (house.matters.length > 0) return false;
    house.matters.push({ kind: 'abandoned_audit', audit: place, of: undefined });
    return true;
  }),
  'follow up': from(['aborted', 'refused_by_auditee'], (house, audit) => {
    const over = ['withdrawn', 'lapsed'].includes(house.application.state);
    if (audit.ended || (audit.of === undefined && !over)) return false;
    close(house, audit);
    return true;
  }),
} satisfies Record<string, Step>;
