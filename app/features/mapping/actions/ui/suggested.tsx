import { queryField, SelectField } from '#app/ui/fields.tsx';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';
import { Filters } from '#app/ui/table.tsx';

import { suggestionsFor } from '../suggestions.ts';
import { indicatorOptions } from './words.ts';

/** What may be done about an indicator; a choice fills the form below. */
export function Suggested({ indicator, party }: { indicator: string; party: string }) {
  const found = suggestionsFor(indicator);
  return (
    <Card title="What may be done">
      <Filters submit="Show what may be done">
        <SelectField
          field={queryField('indicator', indicator)}
          label="Indicator"
          options={indicatorOptions}
        />
        {party ? <input type="hidden" name="party" value={party} readOnly /> : null}
      </Filters>
      {found.length > 0 ? (
        <ul className="list-disc ps-5">
          {found.map(({ what, module }, index) => (
            <li key={what}>
              {what} <span className="text-ink-2">{`Training ${module}.`}</span>{' '}
              <TextLink to={`/mapping/actions/new?indicator=${indicator}&suggestion=${index}&party=${party}`}>
                Take this
              </TextLink>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
