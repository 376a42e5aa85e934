import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';

import { due, isRecruitersTurn, passed as corrected } from '../finding-machine.ts';
import { endApplication, expire, happen, reopen, withdraw } from './effects.ts';
import { isGrave, isOver, standing, today, type Finding, type House } from './model.ts';

/** What the clocks of the house do on a day, each after the other. */
export function passed(house: House) {
  certificateClock(house);
  findingClock(house);
  for (const audit of house.audits) {
    const grave = house.findings.some((one) => house.audits[one.audit] === audit && isGrave(one));
    if (audit.state !== 'caps_open' || !grave) continue;
    if (addMonths(audit.doneOn, 6) >= today(house)) continue;
    audit.state = 'failed';
    audit.endedAt = house.now;
  }
  for (const audit of house.audits)
    if (audit.state === 'fact_check' && audit.factsUntil < today(house)) audit.state = 'tech_review';
  applicationClock(house);
}

const week = (house: House) => addDays(today(house), 7);
const later = (one: string, other: string) => (one > other ? one : other);

function certificateClock(house: House) {
  const certificate = standing(house);
  if (!certificate) return;
  if (isOver(house, certificate)) {
    if (!certificate.toldExpired) expire(house, certificate);
    certificate.toldExpired = true;
    return;
  }
  const resolve = addMonths(dayOf(certificate.since), 6);
  const { validUntil, announced } = certificate;
  const suspended = certificate.status === 'suspended' && resolve < validUntil;
  if (suspended && !announced && resolve <= week(house)) certificate.announced = later(resolve, week(house));
  for (const finding of house.findings) announce(house, finding, validUntil);
  if (suspended && announced && announced <= today(house)) withdraw(house, certificate);
}

const isLastWord = (house: House, day: string) => addDays(day, 1) <= week(house);

/** Seven days before what a missed day of a grave finding does to the certificate. */
function announce(house: House, finding: Finding, validUntil: string) {
  const day = due(finding);
  if (!runs(house, finding) || finding.grade === 'minor' || finding.told[day] || !isLastWord(house, day))
    return;
  const after = addDays(day, 1);
  if (validUntil >= later(after, today(house))) finding.told[day] = later(after, week(house));
}

/** A day the recruiter owes something by, of which nothing followed yet. */
const runs = (house: House, finding: Finding) =>
  finding.grade !== 'observation' &&
  isRecruitersTurn(finding) &&
  !finding.missed.includes(due(finding)) &&
  // Of a certificate that stands what was found runs on.
  (house.audits[finding.audit]?.state !== 'failed' || house.audits[finding.audit]?.of !== undefined) &&
  house.audits[finding.audit]?.ended !== true;

const follows = { critical: 'too_late', major: 'late', minor: 'major', observation: 'major' } as const;

/** One rung up, as every escalation: a minor becomes major, graver ones reach the certificate. */
export function escalated(house: House, { audit, grade }: Pick<Finding, 'audit' | 'grade'>) {
  reopen(house, audit);
  happen(house, follows[grade]);
}

function findingClock(house: House) {
  const holds = standing(house);
  const stands = holds !== undefined && !isOver(house, holds);
  const rungs = house.findings.filter((finding) => {
    const day = due(finding);
    if (!runs(house, finding) || day >= today(house)) return false;
    const told = finding.told[day];
    if (finding.grade !== 'minor' && stands && !(told && told <= today(house))) return false;
    return true;
  });
  const before = rungs.map(({ audit, grade }) => ({ audit, grade }));
  for (const finding of rungs) Object.assign(finding, corrected({ ...finding, now: house.now }));
  for (const rung of before) escalated(house, rung);
}

const accepted = new Date('2026-03-01T09:00:00Z');

/** In audit, and none under way: it lapses half a year after the last ended, thirty days after it was told. */
function applicationClock(house: House) {
  const { application } = house;
  const audits = house.audits.filter(({ of, state }) => of === undefined && state !== 'cancelled');
  if (application.state !== 'in_audit' || audits.some(({ begun, endedAt }) => begun && !endedAt)) return;
  const since = [accepted, ...audits.flatMap(({ endedAt }) => endedAt ?? [])].reduce((one, other) =>
    one > other ? one : other,
  );
  const by = addMonths(dayOf(since), 6);
  const month = addDays(today(house), 30);
  if (by > month) return;
  const { warned } = application;
  if (!warned || warned.at <= since) application.warned = { at: house.now, due: later(by, month) };
  else if (warned.due < today(house)) endApplication(house, 'lapsed');
}
