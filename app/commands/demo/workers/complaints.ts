import { randomUUID } from 'node:crypto';

import { answerReporter } from '#app/features/workers/casework/commands/write.server.ts';
import { takeCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { sendComplaint } from '#app/features/workers/complaints/commands/send-complaint.server.ts';

import { actorOf, done, type Stage } from '../stage.ts';

type Invented = {
  happened: string;
  whom: string;
  danger: boolean;
  language: string;
  hoursAgo: number;
  /** What the caseworker wrote, where somebody took it on. */
  answer?: string;
};

/** Invented: nobody wrote this, and the agencies are the demonstration's own. */
const invented: Invented[] = [
  {
    happened: '[Demonstration] My passport was taken at the hostel and I may not go out.',
    ...{ whom: 'Blue Lotus', danger: true, language: 'ne', hoursAgo: 3 },
  },
  {
    happened: '[Demonstration] They asked my brother for 45,000 before his medical test.',
    ...{ whom: 'Sunrise Overseas', danger: false, language: 'hi', hoursAgo: 20 },
  },
  {
    happened: '[Demonstration] The contract I signed at the airport has a lower wage.',
    ...{ whom: 'Blue Lotus', danger: false, language: 'en', hoursAgo: 22 },
    answer: 'Thank you for telling us. Do you still have the first contract, or a photo of it?',
  },
];

/** A queue with somebody in danger, one to be read today, and one that a caseworker answered. */
export async function tellOfHarm(stage: Stage) {
  const actor = actorOf(stage, 'caseworker@scheme.example', 'caseworker');
  for (const { hoursAgo, language, answer, ...said } of invented) {
    const id = randomUUID();
    const now = new Date(stage.today.getTime() - hoursAgo * 3_600_000);
    const house = { db: stage.db, pool: stage.pool, now, language };
    await done(sendComplaint(house, { id, child: false, ...said }), 'receive a complaint');
    if (answer === undefined) continue;
    const later = { db: stage.db, actor, now: new Date(now.getTime() + 3_600_000) };
    await done(takeCase(later, id), 'take a case on');
    await done(answerReporter(later, id, answer), 'answer a complaint');
  }
}
