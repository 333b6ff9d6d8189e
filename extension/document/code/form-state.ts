/** What keeps the state of a page, by the libraries that have it: a form begins empty, and is filled in before it is sent. */
const KEEPS_STATE =
  /(?<![\w$])(?:reactive|shallowReactive|ref|shallowRef|useState|useForm|useFormik|useReducer|useImmer|signal|createSignal|createStore|observable|atom|writable|\$state)\s*(?:<[^()]{0,80}>)?\(\s*(?:\(\)\s*=>\s*\(\s*)?$/

/** A variable or member whose name says that it is the beginning of something: `initialValues`, `defaultValues`, `emptyOrder`. */
const BEGINNING = /\b(?:default|initial|empty|blank)[\w$]*\s*(?::\s*[\w<>[\], .|]{1,80})?\s*[=:]\s*(?:\{\s*)?$/i

/** UTF-16 units before an object in which that stands. */
const BEFORE_UNITS = 200

/** Whether the object at an offset of a script is what a form begins with, and not what is sent. */
export function isFormState(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - BEFORE_UNITS), start)
  return KEEPS_STATE.test(before) || BEGINNING.test(before)
}
