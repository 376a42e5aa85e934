import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { findingChanged } from '#emails/audits/finding-changed.tsx';

import { gradeHints, gradeNames, nameOf } from '../model.ts';
import { mailAbout, recruiter } from '../reactions.server.ts';
import { clockOf } from '../rules.ts';

/** Nobody outside the audit body knows of a finding that is not issued, or of its grade. */
export const mailRegraded = (means: Means) =>
  mailAbout<'finding.regraded'>(
    means,
    (db, record) => (record.issuedAt ? recruiter(db, record) : Promise.resolve([])),
    (link) =>
      ({ finding }, { occurredAt }) => {
        const grade = gradeNames[finding.grade];
        const { what, due } = clockOf(finding, occurredAt.toISOString().slice(0, 10));
        const asked = {
          contain: 'Stop the harm by',
          plan: 'Send your plan by',
          close: 'It is to be closed by',
        };
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
