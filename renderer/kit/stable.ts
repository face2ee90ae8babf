import { useRef } from 'react';

/** The same value as long as it says the same: lets an effect depend on an object that is written again at each render. */
export function useStable<Value>(value: Value): Value {
  const kept = useRef({ value, text: JSON.stringify(value) });
  const text = JSON.stringify(value);
  if (text !== kept.current.text) kept.current = { value, text };
  return kept.current.value;
}
