import { create } from 'zustand';

/** Whether the question who is at this laptop is open. */
export const useLeadQuestion = create<{ readonly open: boolean }>(() => ({ open: false }));

export const askForLead = (): void => useLeadQuestion.setState({ open: true });
export const closeLeadQuestion = (): void => useLeadQuestion.setState({ open: false });
