import type { Rows } from './rows.ts';

/** What somebody with a hand in the database would write; nothing where there is nothing to forge. */
export const forgeries: ((rows: Rows, lead: string) => string | undefined)[] = [
  ({ application: { id, state } }) =>
    state === 'certified' ? undefined : `update application set state = 'certified' where id = '${id}'`,
  ({ application: { id, state } }) =>
    state === 'engaged' ? undefined : `update application set state = 'engaged' where id = '${id}'`,
  ({ audits }) => of(audits, ({ id }) => `update audit set state = 'report_final' where id = '${id}'`),
  ({ audits }) =>
    of(audits, ({ id, state }) =>
      state === 'closed' ? undefined : `update audit set state = 'closed' where id = '${id}'`,
    ),
  ({ audits }) => of(audits, ({ id }) => `delete from audit where id = '${id}'`),
  ({ findings }) =>
    of(findings, ({ id, state }) =>
      state === 'closed' ? undefined : `update finding set state = 'closed' where id = '${id}'`,
    ),
  ({ findings }) =>
    of(findings, ({ id, grade }) =>
      grade === 'observation' ? undefined : `update finding set grade = 'observation' where id = '${id}'`,
    ),
  ({ findings }) => of(findings, ({ id }) => `delete from finding where id = '${id}'`),
  // Before a finding is told its words are its auditor's.
  ({ findings }) =>
    of(findings, ({ id, state }) =>
      state === 'raised' ? undefined : `update finding set statement = 'All is well.' where id = '${id}'`,
    ),
  ({ certificates }) =>
    of(certificates, ({ id, status }) =>
      status === 'active'
        ? undefined
        : `update certificate set status = 'active', reason_class = null, since = now() where id = '${id}'`,
    ),
  ({ certificates }) =>
    of(certificates, ({ id }) => `update certificate set valid_until = valid_until + 365 where id = '${id}'`),
  ({ certificates }) => of(certificates, ({ id }) => `delete from certificate where id = '${id}'`),
  ({ certificates }) =>
    of(
      certificates,
      ({ id }) => `update certificate_status set note = 'Otherwise.' where certificate_id = '${id}'`,
    ),
  ({ matters }, lead) =>
    of(
      matters,
      ({
        id,
      }) => `insert into decision_vote (matter_id, account_id, vote, reasons, points, conditions, package_sha256, cast_at)
        values ('${id}', '${lead}', 'grant', 'I have seen it all myself.', '[]', '[]', decision_package_sha256('${id}'), now())`,
    ),
  ({ matters }) => of(matters, ({ id }) => `update decision_matter set state = 'decided' where id = '${id}'`),
];

const of = <R>(rows: readonly R[], forgery: (row: R) => string | undefined) => {
  const row = rows.at(-1);
  return row && forgery(row);
};
