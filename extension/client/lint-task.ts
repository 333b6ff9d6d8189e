import * as vscode from 'vscode'

const TYPE = 'straks'

/** The problem matcher that reads what the terminal tool writes. */
const MATCHER = '$straks'

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** A task that judges files as CI does: those that are named, else those that `straks.config.json` names. */
function lintTask(definition: vscode.TaskDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
  const words = ['straks', 'lint', ...(definition.fix === true ? ['--fix'] : []), ...strings(definition.files)]
  const task = new vscode.Task(definition, scope, 'lint', TYPE, new vscode.ShellExecution('npx', words), MATCHER)
  task.group = vscode.TaskGroup.Test
  return task
}

/** Offers `straks: lint` in each folder, and runs the tasks of type `straks` in `tasks.json`. */
export const lintTasks = (): vscode.Disposable =>
  vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (vscode.workspace.workspaceFolders ?? []).map((folder) => lintTask({ type: TYPE }, folder)),
    resolveTask: ({ definition, scope }) => lintTask(definition, scope ?? vscode.TaskScope.Workspace),
  })
