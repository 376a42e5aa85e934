import { states, type State } from '#app/features/applications/model.ts';
import { findingStates } from '#app/features/audits/findings/model.ts';
import { auditStates, type AuditState } from '#app/features/audits/model.ts';
import { matterKinds } from '#app/features/certificates/decisions/model.ts';

import { today } from './model.ts';
import type { World } from './walk.ts';

/** Where the walks came. */
export function look(seen: Set<string>, { house, rows }: World) {
  seen.add(`application ${rows.application.state}`);
  for (const { state } of rows.audits) seen.add(`audit ${state}`);
  for (const { state } of rows.findings) seen.add(`finding ${state}`);
  for (const { status, validUntil, kind, offices } of rows.certificates) {
    seen.add(`certificate ${status}`).add(`certificate by ${kind}`);
    if (validUntil < today(house)) seen.add('certificate expired');
    if (offices.length === 1) seen.add('certificate reduced');
  }
  for (const { kind } of rows.matters) seen.add(`matter ${kind}`);
  if (house.findings.some(({ judged }) => judged)) seen.add('finding judged');
  if (house.audits.some(({ ended }) => ended)) seen.add('audit ended with what it belonged to');
}

/** Before there is an audit body the application is on its own way, which has its own walk. */
export const beforeHouse: readonly State[] = [
  ...(['draft', 'submitted', 'awaiting_payment', 'under_review', 'deferred', 'deferred_expired'] as const),
  ...(['rejected', 'accepted', 'discarded'] as const),
];
/** A postponement has its place in the walk of audits; a final report is left in the moment it is entered. */
const elsewhere: readonly AuditState[] = ['postponed', 'report_final'];
const certificate = [
  'active',
  'active_under_watch',
  'suspended',
  'withdrawn',
  'superseded',
  'expired',
  'reduced',
];

/** What the house's own tables know, and so many steps have to come to: of who applies, and of who holds a certificate. */
export const ofApplicants = [
  ...states.filter((state) => !beforeHouse.includes(state)).map((state) => `application ${state}`),
  ...auditStates.filter((state) => !elsewhere.includes(state)).map((state) => `audit ${state}`),
  ...findingStates.map((state) => `finding ${state}`),
  ...['certificate by initial', 'matter initial', 'matter abandoned_audit'],
  'audit ended with what it belonged to',
];
/** A restoration, a wider scope and another body have their own tests; an audit broken off before there is a certificate is above. */
export const ofHolders = [
  ...certificate.map((state) => `certificate ${state}`),
  ...['initial', 'recertification'].map((kind) => `certificate by ${kind}`),
  ...matterKinds
    .filter((kind) => !['initial', 'restoration', 'scope_extension', 'abandoned_audit'].includes(kind))
    .map((kind) => `matter ${kind}`),
  ...findingStates.map((state) => `finding ${state}`),
  ...['finding judged', 'audit ended with what it belonged to', 'audit aborted', 'audit refused_by_auditee'],
];

/** What even a short walk comes to. */
export const someApplicants = ['application in_audit', 'audit in_progress', 'audit closed', 'finding raised'];
export const someHolders = ['certificate active', 'certificate suspended', 'audit in_progress'];
