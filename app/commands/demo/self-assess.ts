import {
  completeSelfAssessment,
  scoreIndicators,
  startSelfAssessment,
} from '#app/features/self-assessment/commands.server.ts';
import { unanswered, type Answer, type Maturity } from '#app/features/self-assessment/model.ts';

import { actorOf, done, scopeOf, type Story } from './stage.ts';

const begins: Record<string, number> = { A: 3, B: 2, '1': 2, '2': 3, '3': 2, '4': 1, '5': 1 };

/** How the agency saw itself on one day of its story; a later time, it had learned. */
export async function assessSelf(story: Story, day: number, learned: number) {
  const owner = actorOf(story, story.recruiter.agency.staff[0]?.email ?? '', 'recruiter');
  const scope = scopeOf(story, owner, day);
  const started = await done(startSelfAssessment(scope, { from: 'blank' }), 'begin to assess itself');
  const attempt = String(started.attempt);
  const codes = await story.db.selectFrom('indicator').select('code').orderBy('position').execute();
  const indicators = codes.map(({ code }, place) => ({
    code,
    revision: 0,
    seen: unanswered,
    answer: answerOf(code, place, learned),
  }));
  await done(scoreIndicators(scope, attempt, { indicators }), 'assess itself');
  await done(completeSelfAssessment(scopeOf(story, owner, day + 0.05), attempt), 'complete');
}

/** Uneven as such things are: written rules come first, checks and repair last. */
function answerOf(code: string, place: number, learned: number): Answer {
  if (code === '2.2.3') {
    return {
      ...unanswered,
      notApplicableReason: 'We provide no lodging: employers do, under their own permits.',
    };
  }
  const ground = (begins[code.charAt(0)] ?? 2) + learned;
  const at = (element: number, lead: number) =>
    step(ground + lead + ((place * 7 + element * 3) % 5 === 0 ? 1 : 0));
  return {
    ...unanswered,
    scores: {
      policies: at(0, 1),
      communication: at(1, 0),
      skills: at(2, 0),
      monitoring: at(3, -1),
      improvement: at(4, -1),
    },
  };
}

const step = (value: number): Maturity =>
  value <= 0 ? 0 : value >= 4 ? 4 : value === 1 ? 1 : value === 2 ? 2 : 3;
