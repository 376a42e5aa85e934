import type { Means } from '#app/events/reaction.ts';
import { addDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import { findingChanged } from '#emails/findings/finding-changed.tsx';

import { leadAuditor, mailAbout, recruiter } from '../mail-about.server.ts';
import { nameOf } from '../model.ts';

/** Whoever leads the audit: the clock of the gravest class stands by what the recruiter says, until they answer. */
export const mailContained = (means: Means) =>
  mailAbout<'finding.contained'>(means, leadAuditor, (link) => ({ finding, recruiter }, { occurredAt }) => {
    if (!finding.containmentAwaits) return undefined;
    const due = addDays(dayOf(occurredAt), finding.terms.correctiveAction.evidenceReviewDays);
    return findingChanged({
      number: nameOf(finding),
      what: 'the harm is said to be stopped',
      sentences: [
        `${recruiter} says how the harm was stopped, and sent what shows it. Say by ${dayInWords(due)} whether you believe it.`,
        'Until then its plan cannot be accepted. What you do not believe goes back, and the days until your answer are given back with it.',
      ],
      reason: null,
      link,
    });
  });

export const mailContainmentAnswered = (means: Means) =>
  mailAbout<'finding.containment_answered'>(
    means,
    recruiter,
    (link) =>
      ({ finding, containments, containDueOn, planDueOn }, { payload: { round, answer } }) => {
        const said = containments.find((one) => one.round === round);
        if (!said) return undefined;
        return answer === 'contained'
          ? findingChanged({
              number: nameOf(finding),
              what: 'the harm is stopped',
              sentences: [
                'Your audit body believes that the harm is stopped, as you said. Its plan comes next.',
              ],
              reason: null,
              link,
            })
          : findingChanged({
              number: nameOf(finding),
              what: 'the harm is not stopped',
              sentences: [
                'Your audit body does not believe that the harm is stopped. Stop it, say how, and send what shows it.',
                `The days it waited for this answer are given back: stop the harm by ${containDueOn ? dayInWords(containDueOn) : 'now'}, and send its plan after that, also where one was sent before, by ${planDueOn ? dayInWords(planDueOn) : 'then'}.`,
              ],
              reason: said.answerReason,
              link,
            });
      },
  );
