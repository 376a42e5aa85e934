import type {
  Complainant,
  ComplaintSection,
  ComplaintState,
  ConsentParty,
  IssueCode,
  OutcomeWanted,
  WorkerStage,
} from '../model.ts';

/** What the pages of a complaint say in one language; a part in braces is filled in. */
export type ComplaintWords = {
  // The first page
  title: string;
  lead: string;
  leave: string;
  languages: string;
  unreviewed: string;
  safeTitle: string;
  /** Warnings a layman can act on, above the box. */
  safe: readonly [phone: string, network: string, names: string];
  danger: string;
  help: string;
  happened: string;
  happenedHint: string;
  whom: string;
  whomHint: string;
  inDanger: string;
  yes: string;
  no: string;
  underAge: string;
  send: string;
  thenTitle: string;
  /** Of 24 hours and five working days. */
  then: string;
  haveCode: string;

  // The code
  sentTitle: string;
  sent: string;
  number: string;
  code: string;
  keep: readonly [write: string, alone: string, once: string];
  typeBack: string;
  goOn: string;

  // Coming back
  backTitle: string;
  open: string;
  wrong: string;
  expired: string;
  sentBefore: string;

  // The case
  state: string;
  states: Record<ComplaintState, string>;
  /** With `{when}`. */
  until: string;
  messages: string;
  noMessages: string;
  you: string;
  caseworker: string;
  reply: string;
  replyHint: string;
  sendReply: string;
  more: string;
  moreHint: string;
  told: string;
  saved: string;
  save: string;
  back: string;
  sections: Record<ComplaintSection, string>;
  receipt: string;
  receiptHint: string;
  confirmTitle: string;
  confirmYes: string;
  confirmNo: string;
  reprisal: string;
  appeal: string;
  withdraw: string;
  withdrawHint: string;
  withdrawSure: string;
  finish: string;
  finishedTitle: string;
  finished: string;

  // Section by section
  who: string;
  complainants: Record<Complainant, string>;
  stage: string;
  stages: Record<WorkerStage, string>;
  othersAffected: string;
  issues: Record<IssueCode, string>;
  payFor: string;
  payAmount: string;
  payCurrency: string;
  payTo: string;
  payAnother: string;
  agent: string;
  employer: string;
  place: string;
  from: string;
  to: string;
  when: string;
  elsewhere: string;
  wanted: Record<OutcomeWanted, string>;
  wantedOther: string;
  contactHint: string;
  contactHow: string;
  contactWhen: string;
  contactWords: string;
  consentHint: string;
  consents: Record<ConsentParty, string>;
  file: string;
  /** With `{photo}` and `{voice}`, the sizes. */
  fileHint: string;
  fileSend: string;
  /** With `{count}`. */
  files: string;

  // What goes wrong
  empty: string;
  tooLong: string;
  fileTooLarge: string;
  fileType: string;
  fileBroken: string;
  filesFull: string;
  busy: string;
  notSavedTitle: string;
  notSaved: string;
};
