import { standingNames, standingTones, standings, type StandingStatus } from '../../certificates/model.ts';
import { reasonInWords } from './standing.tsx';

type Entry = { at: string; status: string; reasonClass: string | null };

const isStanding = (text: string): text is StandingStatus => standings.some((standing) => standing === text);

/** A public history for the kit's timeline: standing and reason class, never a story. */
export const historyInWords = (history: readonly Entry[]) =>
  history.map(({ at, status, reasonClass }, index) => {
    const known = isStanding(status) ? status : 'applicant';
    const reason = reasonInWords(reasonClass);
    return {
      id: `${at}-${index}`,
      at: at.slice(0, 10),
      what: reason ? `${standingNames[known]}: ${reason.toLowerCase()}` : standingNames[known],
      tone: standingTones[known],
    };
  });
