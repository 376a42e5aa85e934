import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';

import { stateOf } from './commands/on-case.server.ts';
import { isWrittenSection, sectionForms, type SectionShown, type WrittenSection } from './forms.ts';
import type { ComplaintSection } from './model.ts';
import { entryAt, openIn } from './sealing.server.ts';

type House = Pick<Scope, 'db'>;

/** One of a conversation, the oldest first; `text` null where no key opens it any more. */
export type Message = { by: 'reporter' | 'caseworker'; at: Date; text: string | null };
export type OwnCase = {
  number: string;
  state: ReturnType<typeof stateOf>;
  since: Date;
  dueAt: Date | null;
  messages: Message[];
  told: ComplaintSection[];
  files: number;
};

/** The last of a long conversation that a page for a slow line shows. */
const mostMessages = 30;

export const accountShape = z.object({
  happened: z.string(),
  whom: z.string(),
  received: z.object({ number: z.string(), day: z.string(), content: z.string(), salt: z.string() }),
});
export const messageShape = z.object({ text: z.string() });

/** A case as whoever reported it sees it; undefined for one that is erased or nobody's. */
export async function findOwnCase({ db }: House, complaintId: string): Promise<OwnCase | undefined> {
  const row = await db
    .selectFrom('complaint')
    .select(['number', 'state', 'since', 'due_at as dueAt'])
    .select(({ selectFrom }) =>
      selectFrom('complaint_file')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('complaint_file.complaint_id', '=', 'complaint.id')
        .as('files'),
    )
    .where('id', '=', complaintId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const told = await db
    .selectFrom('complaint_entry')
    .select('section')
    .distinct()
    .where('complaint_id', '=', complaintId)
    .where('kind', '=', 'section')
    .execute();
  const files = row.files ?? 0;
  return {
    ...{ number: row.number, state: stateOf(row.state), since: row.since, dueAt: row.dueAt, files },
    messages: await listMessages({ db }, complaintId),
    told: [
      ...told.flatMap(({ section }) => (section && isWrittenSection(section) ? [section] : [])),
      ...(files > 0 ? (['files'] as const) : []),
    ],
  };
}

/** What passed between the two, what was first written before everything else. */
async function listMessages({ db }: House, complaintId: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('complaint_entry')
    .select(['id', 'kind', 'sealed', 'written_at as at'])
    .where('complaint_id', '=', complaintId)
    .where('kind', 'in', ['account', 'message', 'answer'])
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(mostMessages)
    .execute();
  return Promise.all(
    rows.reverse().map(async ({ id, kind, sealed, at }) => {
      const place = entryAt(complaintId, id);
      const text =
        kind === 'account'
          ? (await openIn(place, sealed, accountShape))?.happened
          : (await openIn(place, sealed, messageShape))?.text;
      return { by: kind === 'answer' ? 'caseworker' : 'reporter', at, text: text ?? null };
    }),
  );
}

/** A section and what was last told of it; nothing where nothing was. */
export async function findSection(
  { db }: House,
  complaintId: string,
  section: WrittenSection,
): Promise<SectionShown> {
  const row = await db
    .selectFrom('complaint_entry')
    .select(['id', 'sealed'])
    .where('complaint_id', '=', complaintId)
    .where('section', '=', section)
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return asShown(section, row && (await openIn(entryAt(complaintId, row.id), row.sealed, z.unknown())));
}

/** What is kept was parsed before it was sealed, and is read as what it is. */
export function asShown(section: WrittenSection, kept: unknown): SectionShown {
  switch (section) {
    case 'about_you':
      return { section, said: sectionForms[section].safeParse(kept).data };
    case 'what_was_done':
      return { section, said: sectionForms[section].safeParse(kept).data };
    case 'payments':
      return { section, said: sectionForms[section].safeParse(flat(kept)).data };
    case 'where':
      return { section, said: sectionForms[section].safeParse(kept).data };
    case 'outcome':
      return { section, said: sectionForms[section].safeParse(kept).data };
    case 'contact':
      return { section, said: sectionForms[section].safeParse(kept).data };
    case 'consents':
      return { section, said: sectionForms[section].safeParse(kept).data };
  }
}

const linesShape = z.object({ lines: z.array(z.record(z.string(), z.unknown())) });
/** Lines as the form of payments has them. */
const flat = (kept: unknown) =>
  Object.fromEntries(
    (linesShape.safeParse(kept).data?.lines ?? []).flatMap((line, at) =>
      Object.entries(line).map(([name, value]) => [`${name}${at}`, value]),
    ),
  );
