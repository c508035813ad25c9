local t = {}
for i = 1, 1000 do t[i] = (i * 7919) % 1000 end
table.sort(t)
print(#t, t[1], t[500], string.format("%5.2f %d %s", 3.14159, 42, "x"))
local function fib(n) if n < 2 then return n end return fib(n-1) + fib(n-2) end
print(fib(20), pcall(error, "boom"))
for k, v in string.gmatch("a=1, b=2", "(%w+)=(%w+)") do io.write(k, v, " ") end
print(("x"):rep(5), math.floor(3.7), 10 // 3, 2^0.5, 1e100)
local co = coroutine.wrap(function(a) for i = 1, 3 do a = a + coroutine.yield(a) end end)
print(co(1), co(2), co(3))
print(select("#", table.unpack({1, 2, nil, 4}, 1, 4)), tostring(nil), #"héllo")
