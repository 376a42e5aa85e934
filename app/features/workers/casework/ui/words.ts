import type { ComplaintSection, ComplaintState, ConsentParty } from '../../complaints/model.ts';
import type { Addressee, DeskStep, Outcome } from '../model.ts';

export const stateNames: Record<ComplaintState, string> = {
  received: 'Received',
  safety_triage: 'Safety looked at',
  acknowledged: 'Acknowledged',
  admissibility: 'Admissibility',
  routed: 'Passed on',
  investigating: 'Being looked into',
  finding: 'Finding made',
  remedy_agreed: 'Remedy agreed',
  remedy_delivered: 'Remedy said to have come',
  confirmed_by_worker: 'Remedy confirmed',
  closed: 'Closed',
  monitored: 'Watched for reprisal',
  withdrawn: 'Taken back',
  inadmissible: 'Not admissible',
  appealed: 'Appealed',
};

/** What is to be done next in a state, for the list of tasks. */
export const nextNames: Partial<Record<ComplaintState, string>> = {
  received: 'Look whether they are safe',
  safety_triage: 'Acknowledge it',
  acknowledged: 'Begin with admissibility',
  admissibility: 'Admit it, or say who else can help',
  routed: 'Look into it',
  investigating: 'Make a finding',
  finding: 'Agree the remedy',
  remedy_agreed: 'See that the remedy comes',
  remedy_delivered: 'Hear whether the remedy came',
  confirmed_by_worker: 'Close it',
  monitored: 'Watch for reprisal',
  appealed: 'Answer the appeal',
};

export const partyNames: Record<ConsentParty, string> = {
  recruiter: 'The recruiter',
  employer: 'The employer',
  authority: 'The authorities',
  audit_body: 'The audit body',
  organisation: 'A union or an organisation that helps',
  statistics: 'Counted in figures',
};

export const addresseeNames: Record<Addressee, string> = {
  recruiter: 'The recruiter’s own grievance mechanism',
  audit_body: 'The audit body',
  scheme: 'The scheme itself',
  authority: 'An authority',
  organisation: 'A union or an organisation that helps',
};
const named: Record<string, string> = addresseeNames;
export const addresseeName = (code: string) => named[code] ?? code;

export const outcomeNames: Record<Outcome, string> = {
  substantiated: 'It is so',
  partly_substantiated: 'Part of it is so',
  not_substantiated: 'It is not so',
  unresolved: 'It could not be found out',
};
const outcomesNamed: Record<string, string> = outcomeNames;
export const outcomeName = (code: string) => outcomesNamed[code] ?? code;

const states: Record<string, string> = stateNames;
export const stateName = (code: string) => states[code] ?? code;

const sections: Record<ComplaintSection, string> = {
  about_you: 'Who it happened to',
  what_was_done: 'What was done',
  payments: 'Money that was paid',
  where: 'Where and when',
  outcome: 'What is wanted',
  contact: 'How to reach them',
  consents: 'Who may know',
  files: 'Photos and voice messages',
};
const sectionsNamed: Record<string, string> = sections;
export const sectionName = (code: string) => sectionsNamed[code] ?? code;

export const stepNames: Record<DeskStep, string> = {
  safety_triage: 'Look whether they are safe',
  acknowledged: 'Acknowledge it',
  admissibility: 'Begin with admissibility',
  routed: 'Admit it and pass it on',
  investigating: 'Look into it',
  finding: 'Make a finding',
  remedy_agreed: 'Remedy agreed',
  remedy_delivered: 'Remedy said to have come',
  closed: 'Close it',
  inadmissible: 'Not admissible',
};

const refusals: Record<string, string> = {
  not_now: 'The case has moved on since you opened this page. Look at it again.',
  theirs_to_say: 'That is for the worker to say.',
  no_harm_found: 'No harm was found, so there is no remedy to agree. The case can be closed.',
  remedy_first: 'Harm was found. A remedy is agreed before the case is closed.',
  wait_for_worker:
    'The worker may still say whether the remedy came. The case is closed once their time is over.',
  yours_already: 'The case is yours already.',
  somebody_elses: 'Somebody else has taken it on. Ask to open it, if you must.',
  over: 'The case is over.',
  not_yours: 'Only the caseworker who has it hands it over.',
  yourself: 'It is yours already. Choose a colleague.',
  no_colleague: 'They do not work on cases any more. Choose somebody else.',
  tied: 'There is a tie to the recruiter. Somebody without one works on this case.',
  open_already: 'The case is open to you already.',
  nobodys: 'Nobody has this case. Take it on instead.',
  asked_already: 'You have asked already. A second person answers.',
  your_own: 'Somebody else answers what you asked.',
  answered_already: 'Somebody has answered this already.',
  told_already: 'Somebody was told of the case already. The recruiter can no longer be changed.',
  no_such_recruiter: 'No recruiter has this registration number.',
  no_consent:
    'The reporter has not allowed that. Without consent a case goes to an authority alone, where a life or a child is in danger.',
  no_necessity: 'Without consent a case goes to an authority alone, where a life or a child is in danger.',
  not_named: 'Name the recruiter first.',
  why_lighter: 'By what was told this is severe. Say why you take it for less.',
  decided_by_you:
    'You decided on this case before. An appeal is answered by somebody else: hand the case over.',
  itself: 'That is this case.',
  linked_already: 'They are linked already.',
  no_such_case: 'No case of this number is open to you. Both cases must be.',
  full: 'Nothing more fits here.',
};
export const refusalText = (refusal: string) => refusals[refusal] ?? 'That is not possible now.';

/** What follows from a step, before it is taken. */
export const stepLeads: Record<DeskStep, string> = {
  safety_triage:
    'First of all: are they safe? Say who is in danger, and whether a child is concerned. Nobody is told of this case without the reporter’s consent; an authority alone may be, where a life or a child is in danger.',
  acknowledged:
    'Tells the reporter that somebody has read it. Then it is looked at whether the scheme can act.',
  admissibility: 'You look at whether the scheme can act, and who else could.',
  routed:
    'Admits the case and passes it on to one who can act. They read what you write here for them, and nothing else of the case. Once somebody was told, it cannot be taken back.',
  investigating: 'Somebody looks into it from now on: for 30 days if it is severe, else for 60.',
  finding:
    'Says what was found out. If harm was done, the scheme is told that it was, and of what weight; neither who told nor what.',
  remedy_agreed: 'What is to be made good was agreed. From now on it is waited for.',
  remedy_delivered:
    'Somebody says that the remedy came. The reporter is asked whether it did, and has 60 days to answer.',
  closed:
    'The case ends, and is watched for 90 days for reprisal. What was written is erased two years from now. The reporter reads what you write here, and may appeal for 30 days.',
  inadmissible:
    'The case ends without anything being looked into. The reporter reads why and who else can help, and may appeal for 30 days. What was written is erased in a year.',
};
