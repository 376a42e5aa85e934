/** Answers as they come from a database: whatever does not have the shape of its question is not there. */
export type Stored = Readonly<Record<string, unknown>>;

/** A row and where it stands: `path('step_name')` is `steps[2].step_name`. */
export type StoredRow = { row: Stored; path: (column?: string) => string };

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows keep the places they have in the answer, those that are none between them included. */
export function rowsAt(answers: Stored, question: string): StoredRow[] {
  const answer: unknown = answers[question];
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((row: unknown, place) =>
    isStored(row)
      ? [
          {
            row,
            path: (column?: string) => `${question}[${place}]${column === undefined ? '' : `.${column}`}`,
          },
        ]
      : [],
  );
}

export function textAt(row: Stored, column: string): string | null {
  const answer = row[column];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null;
}

/** Counts and amounts: nothing is ever fewer than none. */
export function numberAt(row: Stored, column: string): number | null {
  const answer = row[column];
  return typeof answer === 'number' && Number.isFinite(answer) && answer >= 0 ? answer : null;
}

export function codeAt<C extends string>(row: Stored, column: string, codes: readonly C[]): C | undefined {
  return codes.find((code) => code === row[column]);
}

export function codesAt(row: Stored, column: string): string[] {
  const answer = row[column];
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  return Array.isArray(answer) ? answer.filter((code) => typeof code === 'string') : [];
}

export const countryAt = (row: Stored, column: string) => {
  const code = textAt(row, column);
  return code !== null && /^[A-Z]{2}$/.test(code) ? code : null;
};

export const saysYes = (row: Stored, column: string) => row[column] === 'yes' || row[column] === true;
