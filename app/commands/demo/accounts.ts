export const demoPassword = 'demo-fair-route-2026';

/** The accounts of the demonstration, as others rely on them (contract section 4). */
export const accounts = [
  { email: 'owner@everest-manpower.example', name: 'Sabina Gurung', what: 'recruiter, certified' },
  {
    email: 'owner@sunrise-overseas.example',
    name: 'Rafiqul Islam',
    what: 'recruiter, application in review',
  },
  { email: 'owner@blue-lotus.example', name: 'Dinesh Perera', what: 'recruiter, suspended' },
  { email: 'auditor@meridian-audit.example', name: 'Anjali Rao', what: 'lead auditor' },
  {
    email: 'reviewer@meridian-audit.example',
    name: 'Tomas Lindqvist',
    what: 'technical reviewer of the same audit body',
  },
  { email: 'decider@scheme.example', name: 'Miriam Okafor', what: 'decision panel' },
  { email: 'officer@scheme.example', name: 'Paolo Ferri', what: 'scheme manager\u2019s officer' },
  { email: 'caseworker@scheme.example', name: 'Nadia Haddad', what: 'complaints' },
  { email: 'trainer@scheme.example', name: 'Lucy Tan', what: 'CREST training' },
  { email: 'sourcing@northwind-apparel.example', name: 'Erik Holm', what: 'company verifying suppliers' },
  {
    email: 'site@delta-garments.example',
    name: 'Shirin Akter',
    what: 'supplier answering a mapping questionnaire',
  },
  { email: 'observer@labour-ministry.example', name: 'Kiran Thapa', what: 'licensing authority, read only' },
] as const;

/** Who had no part in what the officer and the panel above decided: an appeal needs two of them, and a vote after it one more. */
export const forAppeals = [
  {
    email: 'appeals@scheme.example',
    name: 'Ingrid Solheim',
    what: 'officer, proposes what becomes of an appeal',
  },
  { email: 'confirms@scheme.example', name: 'Kofi Mensah', what: 'officer, confirms it or sends it back' },
  { email: 'panel@scheme.example', name: 'Hana Sato', what: 'decision panel, votes again after an appeal' },
] as const;
