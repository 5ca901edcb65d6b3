# Ends with 0 when this container's service is ready; costs a few milliseconds where a Node of its own costs a hundred.
exec 3<>"/dev/tcp/127.0.0.1/${HTTP_PORT}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3
read -r _ status _ <&3
[[ $status == 200 ]]
