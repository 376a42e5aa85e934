import type { EventType } from './catalogue.ts';
import { auditWords } from './audit-wording.ts';
import { questionnaireWords } from './questionnaire-wording.ts';
import { mappingActionWords } from './mapping-wording.ts';
import { trailWords, word, type Words } from './trail-wording.ts';

/** A fact as it is read from the table; `at` is ISO text, `by` a name or a role. It does not leave this room. */
type Read = {
  id: string;
  at: string;
  type: EventType;
  by: string;
  payload: Payload;
  about?: string | undefined;
};

/** A fact as a page gets it: in words alone, for a loader's answer is read by whoever asks for it. */
export type TimelineEntry = {
  id: string;
  at: string;
  type: EventType;
  what: string;
  who?: string | undefined;
  tone?: Tone | undefined;
};

/** Tones of the kit's timeline. */
type Tone = 'certified' | 'watch' | 'suspended';
type Payload = Record<string, unknown>;

/** What each fact is called on a timeline; one place, so that it reads the same on every record. */
const words: Record<EventType, Words> = {
  ...trailWords,
  ...mappingActionWords,
  ...auditWords,
  ...questionnaireWords,
  'application.started': { what: 'Application started' },
  'application.section_saved': { what: (payload) => `Section saved: ${word(payload, 'section')}` },
  'application.document_attached': { what: 'Licence scan attached' },
  'application.submitted': { what: 'Application sent to the scheme' },
  'application.payment_requested': { what: 'Fee requested' },
  'application.review_started': { what: 'Review began' },
  'application.deferred': { what: 'Deferred: the scheme asked for more information', tone: 'watch' },
  'application.rejected': { what: 'Application rejected', tone: 'suspended' },
  'application.accepted': {
    what: (payload) => `Accepted as ${word(payload, 'registrationNumber')}`,
    tone: 'certified',
  },
  'application.engaged': { what: 'Audit body engaged' },
  'application.audit_started': { what: 'Audit planned' },
  'application.package_frozen': { what: 'Ready for the decision panel' },
  'application.concluded': {
    what: (payload) => (payload['outcome'] === 'certified' ? 'Certified' : 'Certification refused'),
  },
  'application.withdrawn': { what: 'Application withdrawn', tone: 'watch' },
  'application.lapsed': { what: 'Application lapsed', tone: 'watch' },
  'application.workbook_taken': {
    what: (payload) => `Workbook read: ${word(payload, 'taken')} answers taken`,
  },
  'application.discarded': { what: 'Draft discarded' },
  'application.reminded': { what: 'Reminder sent' },
  'application.deferral_expired': { what: 'The time to answer ran out: an extra fee is due', tone: 'watch' },
  'application.conflict_declared': {
    what: (payload) =>
      payload['conflicted']
        ? 'Reviewer declared a conflict of interest'
        : 'Reviewer declared free of conflicts',
  },
  'application.assigned': { what: 'Review given to an officer' },
  'application.appealed': { what: 'Appeal lodged', tone: 'watch' },
  'application.appeal_decided': { what: (payload) => `Appeal ${word(payload, 'outcome')}` },
  'document.added': {
    what: (payload) => {
      const what = payload['kind'] === 'licence' ? 'Scan of a licence' : 'Document';
      return payload['version'] === 1 ? `${what} added` : `${what} renewed`;
    },
  },
  'document.scanned': {
    what: (payload) =>
      payload['outcome'] === 'clean' ? 'Document found clean' : 'Document refused: it carries malware',
  },
  'document.withdrawn': { what: 'Document withdrawn' },
  'licence.declared': { what: 'Licence declared' },
  'licence.confirmed': { what: 'Licence confirmed', tone: 'certified' },
  'licence.suspended': { what: 'Licence suspended', tone: 'suspended' },
  'licence.reinstated': { what: 'Licence reinstated', tone: 'certified' },
  'licence.revoked': { what: 'Licence revoked', tone: 'suspended' },
  'licence.expiring': { what: (payload) => `Licence ends in ${word(payload, 'days')} days`, tone: 'watch' },
  'licence.expired': { what: 'Licence ended', tone: 'watch' },
  'partner.added': { what: 'Partner added to the network' },
  'partner.changed': { what: 'Partner changed' },
  'partner.removed': { what: 'Partner removed from the network' },
  'partner.authorised': { what: 'Partner may present itself as authorised' },
  'partner.authorisation_ended': { what: 'Partner no longer authorised' },
  'partner.imported': { what: (payload) => `List of partners read: ${word(payload, 'added')} added` },
  'registration.contacts_changed': { what: 'Contacts on the register changed' },
  'job_order.published': { what: ({ number }) => `Job order ${String(number)} published` },
  'job_order.withdrawn': {
    what: ({ number, by }) =>
      `Job order ${String(number)} withdrawn${by === 'officer' ? ' by the scheme' : ''}`,
    tone: 'watch',
  },
  'mapping.campaign_made': { what: 'Mapping campaign prepared' },
  'mapping.campaign_opened': { what: 'Mapping campaign opened' },
  'mapping.campaign_closed': { what: 'Mapping campaign closed' },
  'mapping.more_time_given': { what: ({ until }) => `More time given, until ${String(until)}` },
  'mapping.suppliers_named': { what: ({ count }) => `Suppliers named: ${String(count)}` },
  'mapping.invited': { what: 'Somebody was invited to answer' },
  'mapping.reminded': { what: 'Reminded to answer' },
  'mapping.handed': { what: 'Sections handed to a colleague' },
  'mapping.answered': { what: 'A questionnaire was answered' },
  'mapping.declined': { what: 'Somebody declined to answer', tone: 'watch' },
  'mapping.share_withdrawn': { what: 'An answer was taken back', tone: 'watch' },
  'mapping.party_merged': { what: 'Two names of one firm were brought together' },
  'mapping.party_matched': { what: 'Compared with the register' },
  'complaint.received': { what: 'Complaint received' },
  'complaint.added_to': { what: 'Something was added by its reporter' },
  'complaint.answered': { what: 'Answered by the caseworker' },
  'complaint.taken': { what: 'Taken on by a caseworker' },
  'complaint.handed_over': { what: 'Handed to another caseworker' },
  'complaint.noted': { what: 'A note was added' },
  'complaint.recruiter_named': { what: 'The recruiter was named' },
  'complaint.flagged': { what: 'Looked at again: who is in danger' },
  'complaint.linked': { what: 'Linked to another case' },
  'complaint.responded': { what: 'Answered by whom it was passed to' },
  'complaint.moved': { what: ({ to }) => `Now ${String(to).replaceAll('_', ' ')}` },
  'complaint.substantiated': { what: 'Found to be so', tone: 'watch' },
  'complaint.reprisal_told': { what: 'Reprisal was told of', tone: 'suspended' },
  'complaint.access_asked': { what: 'Somebody else asked to open it', tone: 'watch' },
  'complaint.access_answered': {
    what: ({ granted }) =>
      granted === true ? 'Opened to somebody else for a day' : 'Not opened to somebody else',
    tone: 'watch',
  },
  'complaint.late': { what: 'Its clock ran out', tone: 'suspended' },
  'complaint.erased': { what: 'What was written was erased' },
  'self_assessment.started': { what: 'Self-assessment begun' },
  'self_assessment.completed': { what: 'Self-assessment completed' },
  'invoice.issued': { what: 'Invoice issued' },
  'invoice.cancelled': { what: 'Invoice cancelled' },
  'invoice.reminded': { what: 'Reminded of the invoice' },
  'payment.received': { what: 'Money arrived' },
  'payment.unmatched': { what: 'Money arrived that belongs to no invoice', tone: 'watch' },
  'refund.requested': { what: 'Refund asked for' },
  'refund.made': { what: 'Refund made' },
  'invoice.paid': { what: 'Payment received', tone: 'certified' },
  'voice.poster_made': { what: 'Poster made that asks workers' },
  'voice.poster_ended': { what: 'Poster that asks workers ended' },
  'help.listed': { what: (payload) => `Listed in the directory of help, from ${word(payload, 'source')}` },
  'help.changed': { what: (payload) => `Entry changed, from ${word(payload, 'source')}` },
  'help.checked': { what: (payload) => `Checked again at ${word(payload, 'source')}`, tone: 'certified' },
  'help.withdrawn': { what: 'Entry withdrawn', tone: 'suspended' },
  'corridor.written': {
    what: (payload) =>
      `Version ${String(payload['version'])} in the corridor book, from ${word(payload, 'source')}`,
  },
  'corridor.withdrawn': { what: 'Entry withdrawn', tone: 'suspended' },
  'national_rule.written': {
    what: (payload) =>
      `Version ${String(payload['version'])} of a national rule, from ${word(payload, 'source')}`,
  },
  'risk_inputs.imported': {
    what: (payload) => `Risk of countries and sectors imported: ${String(payload['count'])} rows`,
  },
  'national_rule.withdrawn': { what: 'Rule withdrawn', tone: 'suspended' },
  'clip.uploaded': {
    what: (payload) => `Answer read aloud: ${word(payload, 'answer')}, ${word(payload, 'language')}`,
  },
  'clip.removed': {
    what: (payload) => `Recording removed: ${word(payload, 'answer')}, ${word(payload, 'language')}`,
    tone: 'suspended',
  },
  'clip.scanned': {
    what: (payload) =>
      payload['outcome'] === 'infected'
        ? 'Recording refused: a virus was found'
        : 'Recording checked for viruses',
  },
  'wording.approved': { what: (payload) => `Words for workers approved: ${word(payload, 'language')}` },
  'wording.taken_back': {
    what: (payload) => `Approval of words for workers taken back: ${word(payload, 'language')}`,
  },
};

/** A fact in words. */
export function sentenceFor(type: EventType, payload: Payload): { what: string; tone?: Tone } {
  const { what, ...rest } = words[type];
  return { what: typeof what === 'string' ? what : what(payload), ...rest };
}

/** An entry in words, for the kit; where a timeline tells of several records, each names its own. */
export function worded({ id, at, type, by, payload, about }: Read): TimelineEntry {
  const { what, ...rest } = sentenceFor(type, payload);
  return {
    ...{ id, at, type },
    who: by === 'system' ? undefined : by,
    what: about ? `${about}: ${what}` : what,
    ...rest,
  };
}
