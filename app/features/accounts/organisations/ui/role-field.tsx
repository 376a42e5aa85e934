import { SelectField } from '#app/ui/fields.tsx';

import { organisationKinds, roleNames, rolesOf, type OrganisationKind } from '../../model.ts';

type Props = Omit<Parameters<typeof SelectField>[0], 'options' | 'label' | 'empty'> & {
  /** Only the roles of this kind of organisation. */
  kind?: OrganisationKind;
};

const titled = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The roles people of an organisation may hold. */
export function RoleField({ kind, ...field }: Props) {
  const known = kind ? rolesOf[kind] : organisationKinds.flatMap((each) => rolesOf[each]);
  const options = known.map((value) => ({ value, label: titled(roleNames[value] ?? value) }));
  return <SelectField {...field} label="Role" options={options} empty="Choose a role" />;
}

export const kindNames: Record<OrganisationKind, string> = {
  recruiter: 'Recruiter',
  audit_body: 'Audit body',
  company: 'Company',
  scheme: 'Scheme',
  authority: 'Authority',
};
