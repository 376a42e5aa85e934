import { z } from 'zod';

import training from '#db/reference/training-modules.json' with { type: 'json' };

import { indicators, type Indicator } from '../risk/model.ts';

/** What may be done about an indicator, in our own words, and the training module that helps those who do it. */
export type Suggestion = { what: string; module: string };

/** The modules of CREST as the scheme lists them, by number (domain 4.3). */
export const trainingModules: readonly { code: string; title: string }[] = z
  .array(z.object({ code: z.string(), title: z.string() }))
  .parse(training.modules);

export const suggestions: Record<Indicator, readonly Suggestion[]> = {
  recruitment_fees: [
    {
      what: 'Agree in writing with every recruiter that the employer pays all fees and costs, and pay what recruiting lawfully costs.',
      module: 'T02',
    },
    {
      what: 'Ask workers of this corridor, without their recruiter present, what they paid, to whom and when; open a repayment plan for what they paid.',
      module: 'T16',
    },
    {
      what: 'Work out what one worker costs from village to site, and compare it with what the agency is paid.',
      module: 'T06',
    },
  ],
  debt_bondage: [
    {
      what: 'Find out which workers owe money for their job, to whom and at what interest; repay what was charged so that the debt ends.',
      module: 'T16',
    },
    {
      what: 'Forbid loans, bonds, deposits and collateral tied to a job, in every contract with recruiters and sub-agents, and check it.',
      module: 'T05',
    },
  ],
  retention_of_identity_documents: [
    {
      what: 'Give every worker their passport and papers back now, and a safe place of their own to keep them that they open without asking.',
      module: 'T03',
    },
    {
      what: 'Write to recruiters and site managers that nobody holds workers’ documents, and check at each visit who has them.',
      module: 'T04',
    },
  ],
  withholding_of_wages: [
    {
      what: 'Pay all wages that are late or were cut, with a statement each worker can read, and pay into accounts that workers alone control.',
      module: 'T16',
    },
    {
      what: 'Compare pay records with what workers say they received, each quarter, and end deductions nobody agreed to.',
      module: 'T07',
    },
  ],
  deception: [
    {
      what: 'Compare the job that was promised, the contract that was signed and the work as it is; put right what differs and pay the difference.',
      module: 'T07',
    },
    {
      what: 'Give every worker the contract in a language they read before they leave, and keep proof that they understood it.',
      module: 'T13',
    },
  ],
  restriction_of_movement: [
    {
      what: 'End curfews, locked doors and guards who keep people in; workers come and go in their free time as everybody does.',
      module: 'T03',
    },
    {
      what: 'Let workers leave their job with the notice the contract names, without a penalty, and tell them so in their language.',
      module: 'T14',
    },
  ],
  isolation: [
    {
      what: 'Give workers a phone network, transport and free time to reach family, neighbours, unions and help, and the numbers to call.',
      module: 'T14',
    },
    {
      what: 'Meet workers regularly in their own language, away from supervisors, and note what they ask for.',
      module: 'T11',
    },
  ],
  intimidation_and_threats: [
    {
      what: 'Stop the person who threatens from having power over workers, protect those who spoke, and look into every case.',
      module: 'T09',
    },
    {
      what: 'Open a way to complain that does not pass by supervisors or recruiters, and forbid retaliation in words workers know.',
      module: 'T09',
    },
  ],
  physical_and_sexual_violence: [
    {
      what: 'Bring those harmed to safety and to medical and legal help today; report to the authorities where the person wants it or the law requires it.',
      module: 'T01',
    },
    {
      what: 'Make lodging, transport and supervision safe for women and men, and train those who supervise.',
      module: 'T10',
    },
  ],
  abuse_of_vulnerability: [
    {
      what: 'Find out who depends on one person for papers, lodging or language, and give them a second person they can turn to.',
      module: 'T11',
    },
    {
      what: 'Check that no test of pregnancy, faith, caste or origin decides who is hired or kept.',
      module: 'T10',
    },
  ],
  abusive_working_and_living_conditions: [
    {
      what: 'Bring lodging, water, food and safety at work up to the law of the country within a month, and let workers say whether it is.',
      module: 'T03',
    },
    {
      what: 'Visit lodging and workplaces unannounced and write down what you see, with a day for each repair.',
      module: 'T17',
    },
  ],
  excessive_overtime: [
    {
      what: 'Cap hours at what law and contract allow, record them so that workers can check, and pay overtime at its own rate.',
      module: 'T03',
    },
    {
      what: 'Look at your own orders: lead times and prices that need no forced overtime.',
      module: 'T04',
    },
  ],
  child_recruitment: [
    {
      what: 'Take the child out of the work with their family’s and a child-protection body’s help, keep their income, and pay for school.',
      module: 'T01',
    },
    {
      what: 'Check every worker’s age against papers and by a conversation before they travel, and keep what was checked.',
      module: 'T04',
    },
  ],
};

export const moduleTitle = (code: string) => trainingModules.find((one) => one.code === code)?.title;

/** What is suggested for a code; nothing for what is none. */
export function suggestionsFor(code: string | null): readonly Suggestion[] {
  const indicator = indicators.find((one) => one === code);
  return indicator ? suggestions[indicator] : [];
}

/** One of them by its place, as an address names it; empty where it names none. */
export function chosenSuggestion(code: string | null, place: string | null) {
  const found = /^\d$/.test(place ?? '') ? suggestionsFor(code)[Number(place)] : undefined;
  const indicator = suggestionsFor(code).length > 0 ? (code ?? '') : '';
  return { indicator, what: found?.what ?? '', module: found?.module ?? '' };
}
