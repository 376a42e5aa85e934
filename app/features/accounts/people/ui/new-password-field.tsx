import { TextField } from '#app/ui/fields.tsx';

type Props = Pick<Parameters<typeof TextField>[0], 'field' | 'label'>;

/** Where a password is chosen: what makes a good one stands beside it before the choice. */
export const NewPasswordField = ({ field, label }: Props) => (
  <TextField
    field={field}
    label={label}
    hint="At least 12 characters. A few words that do not belong together are easy to remember and hard to guess."
    type="password"
    autoComplete="new-password"
  />
);
