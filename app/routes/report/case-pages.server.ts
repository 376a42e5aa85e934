import { openVisit } from '#app/features/workers/complaints/code/visit.server.ts';
import { mostPhotoBytes } from '#app/features/workers/complaints/files/commands.server.ts';
import { isWrittenSection } from '#app/features/workers/complaints/forms.ts';
import { findOwnCase, findSection } from '#app/features/workers/complaints/queries.server.ts';
import { appeal, isOver } from '#app/features/workers/complaints/rules.ts';
import type { Problem } from '#app/features/workers/complaints/ui/parts.tsx';
import { bytesInWords } from '#app/platform/files/documents.ts';
import { mostSoundBytes } from '#app/platform/files/sound.server.ts';
import type { Scope } from '#app/platform/scope.ts';

export type House = Pick<Scope, 'db' | 'now'>;
/** Whoever was let into a case, with the form they sent. */
export type In = { house: House; complaintId: string; form: FormData };
export type Told = { problem?: Problem | undefined; saved?: boolean; typed?: string };

/** One answer of a form, empty where there is none. */
export const word = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The page on which number and code are typed, and why it comes. */
export const back = (problem: Problem, status: number, number = '') => ({
  ...{ status, answer: { page: 'return' as const, problem, number } },
});

/** The case as it is now. */
export async function showCase({ house, complaintId }: Omit<In, 'form'>, told: Told = {}) {
  const found = await findOwnCase(house, complaintId);
  if (!found) return back('expired', 410);
  const { files: _files, since, ...shown } = found;
  return {
    status: told.problem ? (told.problem === 'not_saved' || told.problem === 'busy' ? 503 : 400) : 200,
    answer: {
      page: 'case' as const,
      visit: await openVisit(complaintId, house.now),
      shown: {
        ...{
          ...shown,
          dueAt: shown.dueAt?.toISOString() ?? null,
          mayWithdraw: !isOver(shown.state),
          mayAppeal: appeal({ state: shown.state, since }, house.now).ok,
        },
        messages: shown.messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
      },
      saved: told.saved ?? false,
      problem: told.problem,
      typed: told.typed,
    },
  };
}

/** One section on its page. */
export async function showSection({ house, complaintId, form }: In, problem?: Problem) {
  const section = word(form, 'section');
  if (section === 'files') return showFiles(house, complaintId);
  if (!isWrittenSection(section)) return showCase({ house, complaintId });
  const visit = await openVisit(complaintId, house.now);
  const shown = await findSection(house, complaintId, section);
  return { status: problem ? 400 : 200, answer: { page: 'section' as const, visit, shown, problem } };
}

/** Its photos and voice messages: how many there are, and one more. */
export async function showFiles(house: House, complaintId: string, problem?: Problem) {
  const found = await findOwnCase(house, complaintId);
  if (!found) return back('expired', 410);
  return {
    status: problem ? 400 : 200,
    answer: {
      ...{
        page: 'files' as const,
        visit: await openVisit(complaintId, house.now),
        count: found.files,
        problem,
      },
      ...{ photo: bytesInWords(mostPhotoBytes), voice: bytesInWords(mostSoundBytes) },
    },
  };
}
