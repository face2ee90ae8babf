import { type EvidenceAsked, furtherAsked } from '../../../shared/model/evidence.ts';
import { Delivery, sayDelivery } from '../../../shared/model/recertification/facts.ts';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { useToday } from '../../kit/status-store.ts';
import type { Claim } from './claim.ts';

interface ClaimProps {
  /** Undefined while it isn’t known what the policy asks. */
  readonly asked: EvidenceAsked | undefined;
  readonly claim: Claim;
  readonly set: (part: Partial<Claim>) => void;
}

/** What is said of an activity: what it was, when, how much is claimed, and what the rules of its category go by. */
export function ClaimFields({ asked, claim, set, autoFocus }: ClaimProps & { readonly autoFocus: boolean }) {
  const today = useToday();
  return (
    <>
      <TextField
        label="What it was"
        value={claim.title}
        placeholder="Fall conference, day 2"
        autoFocus={autoFocus}
        maxLength={500}
        onChange={(title) => set({ title })}
      />
      <div className="evidence-fields">
        <DateField
          label="Done on"
          value={claim.activityOn}
          onChange={(activityOn) => set({ activityOn })}
          problem={claim.activityOn !== null && claim.activityOn > today ? 'This day is in the future.' : null}
        />
        <NumberField
          label="Claimed"
          unit={asked?.unit.many ?? 'hours'}
          optional
          fractions
          value={claim.claimed}
          onChange={(claimed) => set({ claimed })}
        />
      </div>
      {asked && <Choices asked={asked} claim={claim} set={set} />}
      {asked && <Further asked={asked} claim={claim} set={set} />}
    </>
  );
}

type AskedProps = ClaimProps & { readonly asked: EvidenceAsked };

function Choices({ asked, claim, set }: AskedProps) {
  const none = { key: '', label: 'None' };
  const from = (choices: readonly { readonly key: string; readonly title: string }[], chosen: string) => [
    none,
    ...choices.map(({ key, title }) => ({ key, label: title })),
    // What an earlier policy had stays in sight until another is chosen.
    ...(chosen === '' || choices.some(({ key }) => key === chosen)
      ? []
      : [{ key: chosen, label: `${chosen}, which the policy no longer has` }]),
  ];
  return (
    <div className="evidence-fields">
      {(asked.categories.length > 0 || claim.category !== '') && (
        <SelectField
          label="Category"
          value={claim.category}
          options={from(asked.categories, claim.category)}
          onChange={(category) => set({ category })}
        />
      )}
      {(asked.strands.length > 0 || claim.strand !== '') && (
        <SelectField
          label="Strand"
          value={claim.strand}
          options={from(asked.strands, claim.strand)}
          onChange={(strand) => set({ strand })}
        />
      )}
      {(asked.checklist.length > 0 || claim.checklistItem !== '') && (
        <SelectField
          label="Document asked for"
          value={claim.checklistItem}
          options={from(asked.checklist, claim.checklistItem)}
          onChange={(checklistItem) => set({ checklistItem })}
        />
      )}
      <SelectField
        label="How it was held"
        value={claim.delivery}
        options={[
          { key: '' as const, label: 'Not known' },
          ...Delivery.options.map((key) => ({ key, label: sayDelivery[key] })),
        ]}
        onChange={(delivery) => set({ delivery })}
      />
    </div>
  );
}

/** What the rules of the category go by, and only that. */
function Further({ asked, claim, set }: AskedProps) {
  const further = furtherAsked(asked, claim.category || null);
  if (further.size === 0) return null;
  return (
    <div className="evidence-fields">
      {further.has('activityKey') && (
        <TextField
          label="Course number, or title of the talk"
          hint="What is the same when it is done again: a repeat may not count."
          value={claim.activityKey}
          maxLength={500}
          onChange={(activityKey) => set({ activityKey })}
        />
      )}
      {further.has('paid') && (
        <SelectField
          label="Was it paid work?"
          value={claim.paid}
          options={[
            { key: '', label: 'Not known' },
            { key: 'unpaid', label: 'No, it was unpaid' },
            { key: 'paid', label: 'Yes, it was paid' },
          ]}
          onChange={(paid) => set({ paid })}
        />
      )}
      {further.has('preApprovedOn') && (
        <DateField
          label="Approved beforehand on"
          hint="If blank, it wasn’t."
          value={claim.preApprovedOn}
          problem={
            claim.preApprovedOn !== null && claim.activityOn !== null && claim.preApprovedOn > claim.activityOn
              ? 'That is after it was done, so it doesn’t count as approved beforehand.'
              : null
          }
          onChange={(preApprovedOn) => set({ preApprovedOn })}
        />
      )}
      {further.has('relevance') && (
        <NumberField
          optional
          max={100}
          label="On the subject"
          unit="percent"
          hint="If blank, all of it."
          value={claim.relevance}
          onChange={(relevance) => set({ relevance })}
        />
      )}
      {further.has('countedElsewhere') && (
        <TextField
          label="Counted toward another certificate"
          hint="Which one. If blank, none."
          value={claim.countedElsewhere}
          maxLength={500}
          onChange={(countedElsewhere) => set({ countedElsewhere })}
        />
      )}
    </div>
  );
}
