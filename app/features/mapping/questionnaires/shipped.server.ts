import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { questionnaireShape } from '#app/questionnaire/shape.ts';
import brand from '#db/reference/questionnaires/mapping-brand-1.json' with { type: 'json' };
import recruiter from '#db/reference/questionnaires/mapping-recruiter-1.json' with { type: 'json' };
import site from '#db/reference/questionnaires/mapping-site-1.json' with { type: 'json' };
import subAgent from '#db/reference/questionnaires/mapping-sub-agent-1.json' with { type: 'json' };
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { questionnaireName, type RespondentRole } from '../model.ts';

let read: Questionnaire[] | undefined;

/** The first version of each questionnaire, as it comes with the house; read when one is first asked for, not at every start. */
export const shippedQuestionnaires = () =>
  (read ??= [brand, site, recruiter, subAgent, worker].map((each) => questionnaireShape.parse(each)));

/** The one that asks a role. */
export function shippedOf(role: RespondentRole | 'worker') {
  const shipped = shippedQuestionnaires().find(({ name }) => name === questionnaireName(role));
  if (!shipped) throw new Error(`no questionnaire is shipped for ${role}`);
  return shipped;
}
