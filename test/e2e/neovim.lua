-- Opens a file in Neovim, starts the server over standard input and output, and prints its diagnostics as JSON.
local client = vim.lsp.start_client({
  name = 'straks',
  cmd = { vim.env.STRAKS_NODE, vim.env.STRAKS_SERVER, '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
local came = vim.wait(40000, function() return #vim.diagnostic.get(0) > 0 end, 50)
if not came then
  io.stderr:write('no diagnostics came\n')
  vim.cmd('cquit 1')
end
local said = {}
for _, one in ipairs(vim.diagnostic.get(0)) do
  table.insert(said, { code = one.code, message = one.message, line = one.lnum, character = one.col })
end
io.stdout:write(vim.json.encode(said))
vim.lsp.stop_client(client)
vim.cmd('qall!')
