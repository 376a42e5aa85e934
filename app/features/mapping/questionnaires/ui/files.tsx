import { Actions, ButtonLink } from '#app/ui/buttons.tsx';

/** A definition to take away, for other tools and for another house. */
export const Files = ({ base }: { base: string }) => (
  <Actions>
    <ButtonLink to={`${base}/file/xlsx`} kind="secondary" size="small">
      Download as XLSForm
    </ButtonLink>
    <ButtonLink to={`${base}/file/json`} kind="secondary" size="small">
      Download as JSON
    </ButtonLink>
  </Actions>
);
