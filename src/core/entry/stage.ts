/** Whether an entry is still a draft or lies among the published posts. */
export type Stage = 'draft' | 'published';
