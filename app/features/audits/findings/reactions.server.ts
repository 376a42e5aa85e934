import { peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { evidenceAnswered } from '#emails/findings/evidence-answered.tsx';
import { evidenceSubmitted } from '#emails/findings/evidence-submitted.tsx';
import { findingChanged } from '#emails/findings/finding-changed.tsx';
import { findingIssued } from '#emails/findings/finding-issued.tsx';
import { planAnswered } from '#emails/findings/plan-answered.tsx';
import { planSubmitted } from '#emails/findings/plan-submitted.tsx';

import { gradeHints, gradeNames, nameOf } from './model.ts';
import { leadAuditor, mailAbout, recruiter } from './mail-about.server.ts';
import { clockOf } from './rules.ts';

/** An observation asks for nothing: the recruiter reads it with the report. */
export const mailFindingIssued = (means: Means) =>
  mailAbout<'finding.issued'>(
    means,
    recruiter,
    (link) =>
      ({ finding, requirement, containDueOn, planDueOn, closeDueOn }) => {
        if (!planDueOn || !closeDueOn) return undefined;
        const grade = gradeNames[finding.grade].toLowerCase();
        const days = {
          containDay: containDueOn ? dayInWords(containDueOn) : undefined,
          planDay: dayInWords(planDueOn),
          closeDay: dayInWords(closeDueOn),
        };
        return findingIssued({ number: nameOf(finding), grade, requirement, ...days, link });
      },
  );

export const mailPlanSubmitted = (means: Means) =>
  mailAbout<'finding.plan_submitted'>(
    means,
    leadAuditor,
    (link) =>
      ({ finding, recruiter, closeDueOn }) =>
        closeDueOn
          ? planSubmitted({ recruiter, number: nameOf(finding), dueDay: dayInWords(closeDueOn), link })
          : undefined,
  );

export const mailEvidenceSubmitted = (means: Means) =>
  mailAbout<'finding.evidence_submitted'>(
    means,
    leadAuditor,
    (link) =>
      ({ finding, recruiter, closeDueOn }) =>
        closeDueOn
          ? evidenceSubmitted({ recruiter, number: nameOf(finding), dueDay: dayInWords(closeDueOn), link })
          : undefined,
  );

export const mailPlanAnswered = (means: Means) =>
  mailAbout<'finding.plan_answered'>(
    means,
    recruiter,
    (link) =>
      ({ finding, plans }, { payload, occurredAt }) => {
        const { due } = clockOf(finding, dayOf(occurredAt));
        const answered = plans.find(({ round }) => round === payload.round);
        if (!due || !answered?.answer) return undefined;
        const dueDay = dayInWords(due);
        return planAnswered({ number: nameOf(finding), returnedFor: answered.answerReason, dueDay, link });
      },
  );

/** Verified is not yet closed for a grave finding: what is good news waits for `finding.closed`. */
export const mailEvidenceRejected = (means: Means) =>
  mailAbout<'finding.evidence_answered'>(
    means,
    recruiter,
    (link) =>
      ({ finding, proofs, closeDueOn }, { payload }) => {
        const rejectedFor = proofs.find(({ round }) => round === payload.round)?.answerReason;
        if (payload.answer !== 'rejected' || !rejectedFor || !closeDueOn) return undefined;
        return evidenceAnswered({
          number: nameOf(finding),
          rejectedFor,
          dueDay: dayInWords(closeDueOn),
          link,
        });
      },
  );

export const mailFindingClosed = (means: Means) =>
  mailAbout<'finding.closed'>(
    means,
    recruiter,
    (link) =>
      ({ finding }) =>
        finding.grade === 'observation'
          ? findingChanged({
              number: nameOf(finding),
              what: 'the observation is closed',
              sentences: [
                'A later audit looked at it again: it is gone, or stands as another finding by now. You need do nothing more about it.',
              ],
              reason: null,
              link,
            })
          : finding.noAction
            ? findingChanged({
                number: nameOf(finding),
                what: 'closed',
                sentences: [
                  'Your reason for leaving it as it is was accepted. You need do nothing more about it.',
                  'The next audit looks at it again.',
                ],
                reason: null,
                link,
              })
            : evidenceAnswered({ number: nameOf(finding), rejectedFor: null, dueDay: '', link }),
  );

const asked = {
  contain: 'Stop the harm by',
  plan: 'Send your plan by',
  close: 'It is to be closed by',
  answer: 'The answer is due by',
  remedy: 'Workers are to be made whole by',
};

/** Nobody outside the audit body knows of a finding that is not issued, or of its grade. */
export const mailRegraded = (means: Means) =>
  mailAbout<'finding.regraded'>(
    means,
    (db, record) => (record.issuedAt ? recruiter(db, record) : Promise.resolve([])),
    (link) =>
      ({ finding }, { occurredAt }) => {
        const grade = gradeNames[finding.grade];
        const { what, due } = clockOf(finding, dayOf(occurredAt));
        return findingChanged({
          number: nameOf(finding),
          what: `now ${grade.toLowerCase()}`,
          sentences: [
            `Two people of your audit body agreed that this finding is ${grade.toLowerCase()}. ${grade} means: ${gradeHints[finding.grade]}.`,
            what && due
              ? `Its clocks began anew. ${asked[what]} ${dayInWords(due)}.`
              : 'It asks for no answer.',
          ],
          reason: null,
          link,
        });
      },
  );

export const mailExtended = (means: Means) =>
  mailAbout<'finding.extended'>(
    means,
    recruiter,
    (link) =>
      ({ finding, extensionReason }, { payload: { dueOn } }) =>
        findingChanged({
          number: nameOf(finding),
          what: 'more time',
          sentences: [
            `You have until ${dayInWords(dueOn)}. More time is given once.`,
            ...(finding.grade === 'minor'
              ? []
              : ['What was announced for the earlier day does not come; it is announced anew for this one.']),
          ],
          reason: extensionReason,
          link,
        }),
  );

/** The holder, and the lead auditor: an audit that ended long ago asks for work again. */
export const mailResumed = (means: Means) =>
  mailAbout<'finding.resumed'>(
    means,
    async (db, record) => [...(await recruiter(db, record)), ...(await leadAuditor(db, record))],
    (link) =>
      ({ finding }, { occurredAt, payload: { days } }) => {
        const { what, due } = clockOf(finding, dayOf(occurredAt));
        if (!what || !due) return undefined;
        return findingChanged({
          number: nameOf(finding),
          what: 'it has to be answered again',
          sentences: [
            'The certificate stands again, and what was found is not settled.',
            `The finding stood still for ${days} ${days === 1 ? 'day' : 'days'}; whoever had days left has as many from now on. ${asked[what]} ${dayInWords(due)}.`,
          ],
          reason: null,
          link,
        });
      },
  );

const escalations: Record<string, string> = {
  major: 'This finding was minor and is major now. Its clocks began anew.',
  suspension: 'This finding is major and was not put right in time. A certificate is suspended for that.',
  withdrawal: 'This finding is critical and was not put right in time. A certificate is withdrawn for that.',
};

export const mailEscalated = (means: Means) =>
  mailAbout<'finding.escalated'>(
    means,
    async (db, record) => [...(await recruiter(db, record)), ...(await leadAuditor(db, record))],
    (link) =>
      ({ finding }, { payload: { to } }) =>
        findingChanged({
          number: nameOf(finding),
          what: 'escalated',
          sentences: [escalations[to] ?? '', 'It still has to be corrected.'],
          reason: null,
          link,
        }),
  );

export const mailDisputed = (means: Means) =>
  mailAbout<'finding.disputed'>(
    means,
    (db, { finding }) => peopleWith(db, ['reviewer'], finding.auditBodyId),
    (link) =>
      ({ finding, recruiter }, { payload: { answerBy } }) =>
        findingChanged({
          number: nameOf(finding),
          what: 'disputed',
          sentences: [`${recruiter} disputes this finding. Answer by ${dayInWords(answerBy)}.`],
          reason: null,
          link,
        }),
  );

/** The recruiter has to act again, and does not wait for who is late; nobody else's clock changes. */
export const mailDisputeRanOn = (means: Means) =>
  mailAbout<'finding.dispute_ran_on'>(
    means,
    recruiter,
    (link) =>
      ({ finding }, { payload: { planDueOn } }) =>
        findingChanged({
          number: nameOf(finding),
          what: 'it runs on',
          sentences: [
            'Your audit body did not answer your dispute in its days. It still has to, and the scheme asks it to.',
            `A dispute holds a finding no longer than that. The days it stood still are given back: send your plan by ${dayInWords(planDueOn)}. If the finding is withdrawn, what you sent counts for nothing.`,
          ],
          reason: null,
          link,
        }),
  );

const answers = {
  kept: 'The finding is kept. Its days come later by as many as the dispute took.',
  regraded: 'The finding was given another grade.',
  withdrawn: 'The finding is withdrawn. You need do nothing more about it.',
};

export const mailDisputeAnswered = (means: Means) =>
  mailAbout<'finding.dispute_answered'>(
    means,
    recruiter,
    (link) =>
      ({ finding }, { payload: { outcome } }) =>
        findingChanged({
          number: nameOf(finding),
          what: 'your dispute is answered',
          sentences: [answers[outcome], 'The reasons stand with the finding.'],
          reason: null,
          link,
        }),
  );
