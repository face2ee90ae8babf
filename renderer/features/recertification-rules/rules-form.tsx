import { AskedForm } from './asked-form.tsx';
import { CarryOverForm } from './carry-over-form.tsx';
import { ChecklistForm } from './checklist-form.tsx';
import { ClocksForm } from './clocks-form.tsx';
import { CreditForm } from './credit-form.tsx';
import { CycleForm } from './cycle-form.tsx';
import { DatesForm } from './dates-form.tsx';
import { ExtensionsForm } from './extensions-form.tsx';
import { FeesForm } from './fees-form.tsx';
import { LifeForm } from './life-form.tsx';

/** Every part of the rules by form, in the order in which they are read. */
export const RulesFormParts = () => (
  <>
    <CycleForm />
    <ClocksForm />
    <AskedForm />
    <ChecklistForm />
    <CreditForm />
    <CarryOverForm />
    <FeesForm />
    <LifeForm />
    <ExtensionsForm />
    <DatesForm />
  </>
);
